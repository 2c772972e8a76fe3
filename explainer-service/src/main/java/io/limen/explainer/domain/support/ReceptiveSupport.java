package io.limen.explainer.domain.support;

import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.Window;
import java.util.List;

/**
 * The part of the input that can reach a region of the output. Nothing outside the window changes the region's
 * probabilities, whatever is put there; inside, some pixels may not reach it either.
 *
 * @param window a rectangle that holds the support and the region
 */
public record ReceptiveSupport(Window window) {

    /** Whether an intervention on the block can have an effect; if not, its effect is exactly 0. */
    public boolean reachedFrom(Block block) {
        return window.meets(block.window());
    }

    /** The smallest window that holds the support, and whole all those of some blocks that reach into it. */
    public Window withWhole(List<Block> blocks) {
        Window all = window;
        for (Block block : blocks) {
            if (reachedFrom(block)) {
                all = all.around(block.window());
            }
        }
        return all;
    }
}
