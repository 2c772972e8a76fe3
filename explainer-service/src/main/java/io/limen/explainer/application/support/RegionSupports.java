package io.limen.explainer.application.support;

import io.limen.explainer.application.Leeway;
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
 * cropped where that leaves the region's output unchanged. Used by several threads at a time.
 *
 * <p>A support that was found for a model, an input size and a region is remembered as a guess for the next image. Most networks are
 * wired the same for every image, and so is then the support; but a network may choose by its image where it reads
 * (deformable convolutions, routing), and one file may be described with several classes or normalisations. So all of it is
 * proven again on the image, the bank and the description at hand: that NaN, noise, white and donors around the support don't
 * arrive, and that NaN one block further in does. A guess that fails is searched anew, and the crop always, so that a case gets
 * what it would get alone, whatever was explained before it. The whole image is never remembered: a search also ends there
 * when the model fails, for instance when memory runs out.
 */
public final class RegionSupports implements Reachability {

    /** Regions repeat little; replays do. */
    private static final int REMEMBERED = 256;

    /**
     * What a guess is good for.
     *
     * @param modelSha256 the weights and the code
     * @param region bounds of the region: a search looks at all of their pixels
     */
    private record Key(String modelSha256, int height, int width, Window region, int blockSize) {}

    private final Map<Key, KnownSupport> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, KnownSupport> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Override
    public ReachableCase reachable(SegmentationModel model, ProbedCase subject, PatchBank bank, Leeway leeway)
            throws InterruptedException {
        CaseSearch search = search(model, subject, bank, leeway);
        if (!search.forwards().allows(search.mostForwards())) {
            return EVERYTHING.reachable(model, subject, bank, leeway);
        }
        CaseSearch proof = search(model, subject, bank, leeway);
        try {
            Optional<KnownSupport> guess = recall(key(search));
            if (guess.isPresent() && proof.proves(guess.get())) {
                return without(proof.withCrop(guess.get()), subject);
            }
            KnownSupport support = search.support();
            FoundSupport found = search.withCrop(support);
            if (!support.support().window().equals(whole(subject))) {
                remember(key(search), support);
            }
            return without(found, subject);
        } catch (SearchAbandonedException e) {
            int made = search.forwards().made() + proof.forwards().made();
            return without(new FoundSupport(new ReceptiveSupport(whole(subject)), Optional.empty(), made), subject);
        }
    }

    private static CaseSearch search(SegmentationModel model, ProbedCase subject, PatchBank bank, Leeway leeway) {
        return new CaseSearch(
                model, subject, bank, new ForwardCount(leeway, subject.blocks().size()));
    }

    private static Key key(CaseSearch search) {
        return new Key(
                search.model().description().sha256(),
                search.subject().image().height(),
                search.subject().image().width(),
                search.subject().region().bounds(),
                search.bank().blockSize());
    }

    private synchronized Optional<KnownSupport> recall(Key key) {
        return Optional.ofNullable(known.get(key));
    }

    private synchronized void remember(Key key, KnownSupport found) {
        known.put(key, found);
    }

    private static ReachableCase without(FoundSupport found, ProbedCase subject) {
        Window kept = found.crop().orElse(whole(subject));
        ProbedCase reaching = subject.with(blocks(subject, found.support()::reachedFrom));
        return new ReachableCase(
                found.crop().isPresent() ? reaching.croppedTo(kept) : reaching,
                blocks(subject, block -> !found.support().reachedFrom(block)),
                found.support(),
                kept,
                found.forwards());
    }

    private static Window whole(ProbedCase subject) {
        return Window.whole(subject.image().height(), subject.image().width());
    }

    private static List<Block> blocks(ProbedCase subject, Predicate<Block> wanted) {
        return subject.blocks().stream().filter(wanted).toList();
    }
}
