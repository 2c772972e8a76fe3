package io.limen.explainer.application.support;

import io.limen.explainer.application.ProbedCase;
import io.limen.explainer.application.Reachability;
import io.limen.explainer.application.ReachableCase;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.Window;
import io.limen.explainer.domain.intervention.PatchBank;
import io.limen.explainer.domain.support.ReceptiveSupport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Takes from a case what can't reach its region: blocks outside the support have an effect of exactly 0, and the image is
 * cropped where that leaves the region's output unchanged. What was found for a model, an input size and a region is
 * remembered; the crop is tried again on every image nevertheless. Used by several threads at a time.
 */
public final class RegionSupports implements Reachability {

    /** Regions repeat little; replays do. */
    private static final int REMEMBERED = 256;

    /**
     * What the support depends on.
     *
     * @param modelSha256 the weights and the code
     */
    private record Key(String modelSha256, int height, int width, Window region, int blockSize) {}

    /**
     * What was found.
     *
     * @param crop the part of the input that will do; empty: none
     */
    private record Found(ReceptiveSupport support, Optional<Window> crop, int forwards) {}

    private final Map<Key, Found> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Found> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Override
    public ReachableCase reachable(SegmentationModel model, ProbedCase subject, PatchBank bank)
            throws InterruptedException {
        Key key = new Key(
                model.description().sha256(),
                subject.image().height(),
                subject.image().width(),
                subject.region().bounds(),
                bank.blockSize());
        Optional<Found> before = recall(key);
        Found found;
        if (before.isPresent()) {
            found = confirmed(before.get(), model, subject, bank);
        } else {
            found = find(model, subject, bank);
            remember(key, found);
        }
        return without(found, subject);
    }

    private synchronized Optional<Found> recall(Key key) {
        return Optional.ofNullable(known.get(key));
    }

    private synchronized void remember(Key key, Found found) {
        known.put(key, found);
    }

    private static Found find(SegmentationModel model, ProbedCase subject, PatchBank bank) throws InterruptedException {
        ForwardCount forwards = new ForwardCount();
        ReceptiveSupport support = new SupportSearch(model, subject, bank, forwards).find();
        List<Block> reaching = blocks(subject, support::reachedFrom);
        Optional<Window> crop = reaching.isEmpty()
                ? Optional.empty()
                : new CropSearch(model, subject.with(reaching), bank, forwards).find(support.withWhole(reaching));
        return new Found(support, crop, forwards.made());
    }

    /** On this image too the crop must do; a support is a matter of the network alone. */
    private static Found confirmed(Found before, SegmentationModel model, ProbedCase subject, PatchBank bank)
            throws InterruptedException {
        if (before.crop().isEmpty()) {
            return before;
        }
        ProbedCase reaching = subject.with(blocks(subject, before.support()::reachedFrom));
        boolean holds = new CropSearch(model, reaching, bank, new ForwardCount())
                .holds(before.crop().get());
        return holds ? before : new Found(before.support(), Optional.empty(), before.forwards());
    }

    private static ReachableCase without(Found found, ProbedCase subject) {
        Window whole = Window.whole(subject.image().height(), subject.image().width());
        Window kept = found.crop().orElse(whole);
        ProbedCase reaching = subject.with(blocks(subject, found.support()::reachedFrom));
        return new ReachableCase(
                found.crop().isPresent() ? reaching.croppedTo(kept) : reaching,
                blocks(subject, block -> !found.support().reachedFrom(block)),
                found.support(),
                kept,
                found.forwards());
    }

    private static List<Block> blocks(ProbedCase subject, Predicate<Block> wanted) {
        return subject.blocks().stream().filter(wanted).toList();
    }
}
