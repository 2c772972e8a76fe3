package io.limen.explainer.application;

import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.intervention.PatchBank;
import io.limen.explainer.domain.surrogate.BlockSurrogate;
import io.limen.explainer.domain.surrogate.FirstOrder;
import io.limen.explainer.domain.surrogate.FlipPrediction;
import io.limen.explainer.domain.surrogate.RegionCells;
import io.limen.explainer.domain.surrogate.RegionOutput;
import io.limen.explainer.domain.surrogate.SoftDice;
import java.util.List;
import java.util.stream.IntStream;

/** Gradients of one case, turned into what they predict of every block and donor. Owned by one thread. */
final class Surrogates {

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
    List<BlockSurrogate> soft(SoftDice dice) throws ModelRejectedException {
        float[] gradient = gradient(new float[][] {dice.derivative()})[0];
        return blocks.parallelStream()
                .map(block -> BlockSurrogate.soft(firstOrder.change(gradient, block)))
                .toList();
    }

    /** The same with predicted flips beside it: a gradient per cell of pixels near the threshold. */
    List<BlockSurrogate> withFlips(List<BlockSurrogate> soft) throws ModelRejectedException {
        RegionCells cells = new RegionCells(output);
        if (cells.size() == 0 || !meter.affords((long) cells.size() * RegionGradients.FORWARDS_PER_ROW)) {
            return soft;
        }
        FlipPrediction flips = new FlipPrediction(firstOrder, cells, gradient(cells.derivatives()));
        return IntStream.range(0, blocks.size())
                .parallel()
                .mapToObj(i -> soft.get(i).withFlips(flips.effects(blocks.get(i))))
                .toList();
    }

    /** Lets go of what gradients need; none can be taken afterwards. */
    void close() {
        gradients.close();
    }

    private float[][] gradient(float[][] weights) throws ModelRejectedException {
        meter.spend(weights.length * RegionGradients.FORWARDS_PER_ROW);
        return gradients.of(weights);
    }
}
