package io.limen.explainer.domain.intervention;

import io.limen.explainer.domain.image.Block;

/**
 * do(block := donor patch).
 *
 * @param block the block treated
 * @param donor index of the donor patch in the {@link PatchBank}
 */
public record Intervention(Block block, int donor) {

    public Intervention {
        if (donor < 0) {
            throw new IllegalArgumentException("Intervention: donor " + donor);
        }
    }
}
