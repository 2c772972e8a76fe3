package io.limen.explainer.application.evaluate.method;

import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.saliency.BilinearGrid;
import io.limen.explainer.domain.saliency.BlockMeans;

/**
 * MiSuRe (Hasany, Meriaudeau and Petitjean 2024), in two stages. First the region is enlarged until what is seen of the image, the
 * rest black, gives the region's segmentation again (Dice of {@link #SUFFICIENT} of the unmasked one, or more). Then
 * a mask inside it, one value per block, is made as small and smooth as the segmentation allows: Adam on soft Dice lost + lambda x mean
 * mask + lambda x total variation. The region itself is always seen.
 *
 * @param most steps of the second stage
 * @param area weight of the mean of the mask
 * @param roughness weight of the total variation
 */
public record Misure(int most, double area, double roughness) implements AttributionMethod {

    /** The share of the unmasked score that is taken to be the same segmentation. */
    static final double SUFFICIENT = 0.9;

    /** Weights at which neither term wins by itself: both are shares of one. */
    public static final Misure USUAL = new Misure(100, 0.5, 0.5);

    @Override
    public String name() {
        return "misure";
    }

    @Override
    public boolean isRandom() {
        return false;
    }

    @Override
    public Attributed attribute(MethodCase subject, long seed, long budget)
            throws ModelRejectedException, InterruptedException {
        Image input = subject.input();
        BilinearGrid grid = BilinearGrid.ofBlocks(
                subject.grid().rows(), subject.grid().columns(), subject.grid().blockSize());
        try (ScoredImages images = new ScoredImages(subject.model(), input, subject.region())) {
            MisureMask search = new MisureMask(subject, grid, images);
            double[] mask = search.sufficient();
            int steps = (int) Math.max(1, Math.min(most, (budget - search.forwards()) / SoftGradient.COST));
            search.shrink(mask, steps, this);
            float[] spread = grid.spread(mask, input.height(), input.width());
            return new Attributed(BlockMeans.of(spread, input.width(), subject.blocks()), search.forwards());
        }
    }
}
