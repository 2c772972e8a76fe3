package io.limen.explainer.domain.faithfulness;

import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Off-target leakage: of all pixels whose segmentation changes when some blocks are taken away, those blocks' own left out, the share that
 * lies outside the region. A map that finds what the region rests on, and not just what the image rests on, has little.
 *
 * @param region explained
 * @param before the mask of the unperturbed image
 */
public record OffTarget(RegionOfInterest region, Mask before) {

    /**
     * Of several perturbations of one kind together.
     *
     * @param after masks, one per perturbation
     * @param taken blocks that were taken away
     * @return in [0,1]; empty when nothing changed
     */
    public OptionalDouble share(List<Mask> after, List<Block> taken) {
        boolean[] own = new boolean[before.foreground().length];
        for (Block block : taken) {
            for (int y = block.y(); y < block.y() + block.height(); y++) {
                for (int x = block.x(); x < block.x() + block.width(); x++) {
                    own[y * before.width() + x] = true;
                }
            }
        }
        long inside = 0;
        long outside = 0;
        for (Mask mask : after) {
            for (int i = 0; i < own.length; i++) {
                if (!own[i] && mask.foreground()[i] != before.foreground()[i]) {
                    boolean on = region.contains(i / before.width(), i % before.width());
                    inside += on ? 1 : 0;
                    outside += on ? 0 : 1;
                }
            }
        }
        return inside + outside == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) outside / (inside + outside));
    }
}
