package io.limen.explainer.domain.surrogate;

import io.limen.explainer.domain.image.Block;
import java.util.Arrays;

/**
 * Predicts the score's change from predicted flips: every pixel near the threshold moves by its cell's first-order change;
 * how surely it flips is a ramp that is as wide as the prediction is uncertain. Knows, unlike the soft Dice, that a region
 * scored against its own mask can only lose.
 */
public final class FlipPrediction {

    /** Uncertainty of a predicted move, as a share of it; 0.2 predicted a little worse on a SegFormer. */
    private static final float RELATIVE_ERROR = 0.4f;

    /** Uncertainty of no move at all, logits. */
    private static final float LEAST_ERROR = 0.005f;

    /** Slope of the ramp in units of the uncertainty: that of the normal distribution function at 0. */
    private static final float SLOPE = 0.4f;

    private final FirstOrder firstOrder;
    private final RegionCells cells;
    private final float[][] gradients;
    private final int farArea;
    private final int farCommon;
    private final int referenceArea;

    /**
     * @param cells the pixels near the threshold
     * @param gradients of the cells' mean logits, [cells][channels x height x width]
     */
    public FlipPrediction(FirstOrder firstOrder, RegionCells cells, float[][] gradients) {
        this.firstOrder = firstOrder;
        this.cells = cells;
        this.gradients = gradients.clone();
        int[] far = cells.farArea();
        this.farArea = far[0];
        this.farCommon = far[1];
        this.referenceArea = cells.referenceArea();
    }

    /** Predicted effects of every donor on a block, percentage points, [donors]. */
    public float[] effects(Block block) {
        int donors = firstOrder.donors();
        float[][] moves = new float[cells.size()][];
        float[] greatest = new float[cells.size()];
        for (int cell = 0; cell < moves.length; cell++) {
            moves[cell] = firstOrder.change(gradients[cell], block);
            for (float move : moves[cell]) {
                greatest[cell] = Math.max(greatest[cell], Math.abs(move));
            }
        }
        float[] area = new float[donors];
        float[] common = new float[donors];
        float fixedArea = farArea;
        float fixedCommon = farCommon;
        float[] move = new float[donors];
        double before = 0;
        double beforeCommon = 0;
        for (RegionCells.NearPixel pixel : cells.nearPixels()) {
            float still = ramp((float) pixel.margin(), 0);
            before += still;
            beforeCommon += pixel.reference() ? still : 0;
            if (outOfReach(pixel, greatest)) {
                fixedArea += still;
                fixedCommon += pixel.reference() ? still : 0;
                continue;
            }
            Arrays.fill(move, 0);
            for (int i = 0; i < pixel.cells().length; i++) {
                FirstOrder.addScaled(move, pixel.weights()[i], moves[pixel.cells()[i]]);
            }
            addFlips(area, move, (float) pixel.margin());
            if (pixel.reference()) {
                addFlips(common, move, (float) pixel.margin());
            }
        }
        double baseline = dice(farCommon + beforeCommon, farArea + before);
        float[] effects = new float[donors];
        for (int donor = 0; donor < donors; donor++) {
            effects[donor] = (float) (dice(fixedCommon + common[donor], fixedArea + area[donor]) - baseline);
        }
        return effects;
    }

    private static boolean outOfReach(RegionCells.NearPixel pixel, float[] greatest) {
        float reach = 0;
        for (int i = 0; i < pixel.cells().length; i++) {
            reach += pixel.weights()[i] * greatest[pixel.cells()[i]];
        }
        float width = RELATIVE_ERROR * reach + LEAST_ERROR;
        return Math.abs(pixel.margin()) > reach + width / (2 * SLOPE);
    }

    private static void addFlips(float[] sum, float[] move, float margin) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += ramp(margin, move[i]);
        }
    }

    private static float ramp(float margin, float move) {
        float width = RELATIVE_ERROR * Math.abs(move) + LEAST_ERROR;
        return Math.max(0, Math.min(1, 0.5f + SLOPE * (margin + move) / width));
    }

    private double dice(double common, double area) {
        return area + referenceArea > 0 ? 200 * common / (area + referenceArea) : 100;
    }
}
