package io.limen.explainer.application;

import io.limen.explainer.domain.image.Window;
import io.limen.explainer.domain.intervention.PatchBank;
import io.limen.explainer.domain.support.ReceptiveSupport;
import java.util.List;

/** Takes from a case what can't reach its region. Used by several threads at a time. */
@FunctionalInterface
public interface Reachability {

    /** Takes nothing: every block may matter, and the whole image is probed. */
    Reachability EVERYTHING = (model, subject, bank, leeway) -> {
        Window whole = Window.whole(subject.image().height(), subject.image().width());
        return new ReachableCase(subject, List.of(), new ReceptiveSupport(whole), whole, 0);
    };

    /**
     * @param subject the whole input with all blocks that are to be treated
     * @param bank donors; its block size is the grid's
     * @param leeway asked before every forward pass; a search that has to stop takes nothing from the case
     * @throws InterruptedException when the thread is interrupted; noticed between forward passes
     */
    ReachableCase reachable(SegmentationModel model, ProbedCase subject, PatchBank bank, Leeway leeway)
            throws InterruptedException;
}
