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
        int longest = Math.max(subject.image().height(), subject.image().width());
        return SupportSearch.mostForwards((longest + bank.blockSize() - 1) / bank.blockSize())
                + CropSearch.MOST_FORWARDS;
    }

    FoundSupport find() throws InterruptedException, SearchAbandonedException {
        ReceptiveSupport support = support().find();
        List<Block> reaching = reaching(support);
        Optional<Window> crop =
                reaching.isEmpty() ? Optional.empty() : crop(reaching).find(support.withWhole(reaching));
        return new FoundSupport(support, crop, forwards.made());
    }

    /** Whether what was found on another image of the same size is true of this one. */
    boolean proves(FoundSupport guess) throws InterruptedException, SearchAbandonedException {
        Window whole = Window.whole(subject.image().height(), subject.image().width());
        if (guess.support().window().equals(whole)) {
            return true;
        }
        List<Block> reaching = reaching(guess.support());
        return support().holds(guess.support())
                && (guess.crop().isEmpty()
                        || reaching.isEmpty()
                        || crop(reaching).holds(guess.crop().get()));
    }

    private SupportSearch support() {
        return new SupportSearch(model, subject, bank, forwards);
    }

    private CropSearch crop(List<Block> reaching) {
        return new CropSearch(model, subject.with(reaching), bank, forwards);
    }

    private List<Block> reaching(ReceptiveSupport support) {
        return subject.blocks().stream().filter(support::reachedFrom).toList();
    }
}
