package io.limen.explainer.application;

import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.intervention.PatchBank;
import io.limen.explainer.domain.surrogate.BlockSurrogate;
import io.limen.explainer.domain.surrogate.FirstOrder;
import io.limen.explainer.domain.surrogate.FlipPrediction;
import io.limen.explainer.domain.surrogate.RegionCells;
import io.limen.explainer.domain.surrogate.RegionOutput;
import io.limen.explainer.domain.surrogate.SoftDice;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Gradients of one case, turned into what they predict of every block and donor. Owned by one thread. */
final class Surrogates {

    /** Rows between two looks at the clock: enough to go back together. */
    private static final int TOGETHER = 8;

    private final RegionGradients gradients;
    private final RegionOutput output;
    private final List<Block> blocks;
    private final FirstOrder firstOrder;
    private final BudgetMeter meter;

    /**
     * @param gradients of the probed image and region
     * @param output of the region
     * @param probed the image and the blocks in its coordinates
     * @param bank the donors
     * @param meter pays for the gradients
     */
    Surrogates(RegionGradients gradients, RegionOutput output, ProbedCase probed, PatchBank bank, BudgetMeter meter) {
        this.gradients = gradients;
        this.output = output;
        this.blocks = probed.blocks();
        this.firstOrder = new FirstOrder(probed.image(), bank);
        this.meter = meter;
    }

    /** First-order change of the soft Dice: one gradient. */
    List<BlockSurrogate> soft(SoftDice dice) throws ModelRejectedException, InterruptedException {
        float[] gradient = rows(new float[][] {dice.derivative()})[0];
        return blocks.parallelStream()
                .map(block -> BlockSurrogate.soft(firstOrder.change(gradient, block)))
                .toList();
    }

    /** The same with predicted flips beside it, if there is time: a gradient per cell of pixels near the threshold. */
    List<BlockSurrogate> withFlips(List<BlockSurrogate> soft) throws ModelRejectedException, InterruptedException {
        RegionCells cells = new RegionCells(output);
        if (cells.size() == 0 || !affords(cells.size())) {
            return soft;
        }
        float[][] weights = cells.derivatives();
        float[][] gradients = new float[weights.length][];
        for (int from = 0; from < gradients.length; from += TOGETHER) {
            float[][] some = Arrays.copyOfRange(weights, from, Math.min(weights.length, from + TOGETHER));
            if (!affords(some.length)) {
                return soft;
            }
            System.arraycopy(rows(some), 0, gradients, from, some.length);
        }
        FlipPrediction flips = new FlipPrediction(firstOrder, cells, gradients);
        return IntStream.range(0, blocks.size())
                .parallel()
                .mapToObj(i -> soft.get(i).withFlips(flips.effects(blocks.get(i))))
                .toList();
    }

    /** Lets go of what gradients need; none can be taken afterwards. */
    void close() {
        gradients.close();
    }

    private boolean affords(int rows) {
        return meter.affords((long) rows * RegionGradients.FORWARDS_PER_ROW);
    }

    private float[][] rows(float[][] weights) throws ModelRejectedException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try {
            return gradients.of(weights);
        } finally {
            meter.spend(weights.length * RegionGradients.FORWARDS_PER_ROW);
        }
    }
}
