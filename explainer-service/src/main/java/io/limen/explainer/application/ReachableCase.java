package io.limen.explainer.application;

import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.Window;
import io.limen.explainer.domain.support.ReceptiveSupport;
import java.util.List;

/**
 * A case without what can't matter.
 *
 * @param probed what is left: the blocks that can reach the region, in their order, on the image or on a part of it that
 *     gives the region the same output
 * @param unreachable blocks whose effect is exactly 0, in their order, in the whole input's coordinates
 * @param support what was found to reach the region
 * @param kept the part of the input that is probed; the whole input when there is no crop
 * @param forwards forward passes that finding it costs; the same whether it was found now or known before, so that a
 *     budget of forward passes ends at the same draw in every run
 */
public record ReachableCase(
        ProbedCase probed, List<Block> unreachable, ReceptiveSupport support, Window kept, int forwards) {

    public ReachableCase {
        unreachable = List.copyOf(unreachable);
    }
}
