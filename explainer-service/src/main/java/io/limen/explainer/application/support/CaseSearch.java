package io.limen.explainer.application.support;

import io.limen.explainer.application.ProbedCase;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.Window;
import io.limen.explainer.domain.intervention.PatchBank;
import io.limen.explainer.domain.support.ReceptiveSupport;
import java.util.List;
import java.util.Optional;

/**
 * The search for one case's support and crop.
 *
 * @param model whose support it is
 * @param subject the whole input with all blocks that are to be treated
 * @param bank donors
 * @param forwards counts the forward passes
 */
record CaseSearch(SegmentationModel model, ProbedCase subject, PatchBank bank, ForwardCount forwards) {

    /** The most forward passes that the search takes. */
    int mostForwards() {
        return supportSearch().mostForwards() + CropSearch.MOST_FORWARDS;
    }

    KnownSupport support() throws InterruptedException, SearchAbandonedException {
        ReceptiveSupport found = supportSearch().find();
        return new KnownSupport(found, forwards.made());
    }

    /** Whether the search on this image would find what was found on another one of the same size. */
    boolean proves(KnownSupport guess) throws InterruptedException, SearchAbandonedException {
        return supportSearch().holds(guess.support());
    }

    /** Adds the crop, which is always searched on the image at hand. */
    FoundSupport withCrop(KnownSupport known) throws InterruptedException, SearchAbandonedException {
        int before = forwards.made();
        List<Block> reaching =
                subject.blocks().stream().filter(known.support()::reachedFrom).toList();
        Optional<Window> crop = reaching.isEmpty()
                ? Optional.empty()
                : new CropSearch(model, subject.with(reaching), bank, forwards)
                        .find(known.support().withWhole(reaching));
        return new FoundSupport(known.support(), crop, known.forwards() + forwards.made() - before);
    }

    private SupportSearch supportSearch() {
        return new SupportSearch(model, subject, bank, forwards);
    }
}
