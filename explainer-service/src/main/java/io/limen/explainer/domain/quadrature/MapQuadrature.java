package io.limen.explainer.domain.quadrature;

import io.limen.explainer.domain.effect.Effect;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.BlockGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The mean effects of all blocks of a map, from the draws so far. Owned by one thread. What did not change since the last
 * look is not computed again.
 */
public final class MapQuadrature {

    private final BankAverageEstimator estimator;
    private final SpreadModel spreadModel;
    private final List<BlockDraws> draws;
    private final Prediction[] predictions;
    private final BankAverage[] averages;
    private final boolean[] stale;
    private final double[] chances;

    /**
     * @param grid the tiling
     * @param blocks the blocks that get draws
     * @param traits of the bank's donors
     */
    public MapQuadrature(BlockGrid grid, List<Block> blocks, DonorTraits traits) {
        this.estimator = new BankAverageEstimator(new DonorSimilarity(traits));
        this.spreadModel = new SpreadModel(grid, blocks);
        this.chances = traits.chances();
        this.draws = new ArrayList<>();
        this.predictions = new Prediction[blocks.size()];
        this.averages = new BankAverage[blocks.size()];
        this.stale = new boolean[blocks.size()];
        Prediction none = Prediction.none(traits.size());
        for (int i = 0; i < predictions.length; i++) {
            draws.add(new BlockDraws());
            predictions[i] = none;
        }
    }

    /** One more draw of a block. */
    public void add(int block, int donor, Effect effect) {
        draws.get(block).add(donor, effect);
        stale[block] = true;
    }

    /** Takes other predictions, one per block. */
    public void predict(IntFunction<Prediction> predicted) {
        for (int i = 0; i < predictions.length; i++) {
            predictions[i] = predicted.apply(i);
            stale[i] = true;
        }
    }

    /** The draws of each block. */
    public List<BlockDraws> draws() {
        return List.copyOf(draws);
    }

    /** The estimate of every block; every block needs a draw. */
    public List<BlockMean> means() {
        IntStream.range(0, averages.length).filter(i -> stale[i]).forEach(i -> {
            averages[i] = estimator.estimate(draws.get(i), predictions[i]);
            stale[i] = false;
        });
        double[] expected = new double[averages.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = predictions[i].deviation();
        }
        Spread[] spreads = spreadModel.spreads(averages, expected);
        return IntStream.range(0, averages.length)
                .mapToObj(i -> new BlockMean(averages[i], spreads[i], draws.get(i), effectVariance(i, spreads[i])))
                .toList();
    }

    /**
     * The draws' own variance, each weighted against the chance it had, plus that of their mean, because they lie more
     * evenly than independent ones would.
     */
    private double effectVariance(int block, Spread spread) {
        return draws.get(block).variance(chances) + spread.variance() * averages[block].unitVariance();
    }
}
