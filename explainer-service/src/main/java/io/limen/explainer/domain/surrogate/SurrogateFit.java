package io.limen.explainer.domain.surrogate;

import io.limen.explainer.domain.quadrature.BlockDraws;
import io.limen.explainer.domain.quadrature.Prediction;
import java.util.List;

/**
 * How much of the effects the surrogates predict: least squares through 0 over the draws of all blocks. A block's own draws
 * are left out of its fit (cross-fitting), so that the prediction can't follow their noise
 * (prediction-powered inference; Angelopoulos et al. 2023; Zrnic and Candes 2024).
 */
public final class SurrogateFit {

    private static final int SUMS = 5;

    /** Added to the diagonal relative to its size: the two surrogates may be multiples of each other. */
    private static final double RIDGE = 1e-3;

    /** Sums per block of soft^2, soft x flips, flips^2, soft x effect, flips x effect. */
    private final double[][] sums;

    private final double[] total = new double[SUMS];
    private final List<BlockSurrogate> surrogates;

    /**
     * @param draws per block
     * @param surrogates per block, in the same order
     */
    public SurrogateFit(List<BlockDraws> draws, List<BlockSurrogate> surrogates) {
        this.surrogates = surrogates;
        this.sums = new double[draws.size()][];
        for (int block = 0; block < sums.length; block++) {
            sums[block] = sums(draws.get(block), surrogates.get(block));
            for (int i = 0; i < SUMS; i++) {
                total[i] += sums[block][i];
            }
        }
    }

    /** The prediction for a block, fitted on all others. */
    public Prediction prediction(int block) {
        double[] rest = new double[SUMS];
        for (int i = 0; i < SUMS; i++) {
            rest[i] = total[i] - sums[block][i];
        }
        double[] factors = factors(rest);
        BlockSurrogate surrogate = surrogates.get(block);
        double[] effects = new double[surrogate.soft().length];
        for (int donor = 0; donor < effects.length; donor++) {
            effects[donor] = factors[0] * surrogate.soft()[donor]
                    + factors[1] * surrogate.flips()[donor];
        }
        return Prediction.of(effects);
    }

    private static double[] sums(BlockDraws draws, BlockSurrogate surrogate) {
        double[] sums = new double[SUMS];
        for (int i = 0; i < draws.size(); i++) {
            double soft = surrogate.soft()[draws.donor(i)];
            double flips = surrogate.flips()[draws.donor(i)];
            sums[0] += soft * soft;
            sums[1] += soft * flips;
            sums[2] += flips * flips;
            sums[3] += soft * draws.effect(i);
            sums[4] += flips * draws.effect(i);
        }
        return sums;
    }

    private static double[] factors(double[] s) {
        double soft = s[0] * (1 + RIDGE);
        double flips = s[2] * (1 + RIDGE);
        double determinant = soft * flips - s[1] * s[1];
        if (determinant > 0) {
            return new double[] {(flips * s[3] - s[1] * s[4]) / determinant, (soft * s[4] - s[1] * s[3]) / determinant};
        }
        return new double[] {soft > 0 ? s[3] / soft : 0, flips > 0 ? s[4] / flips : 0};
    }
}
