package io.limen.explainer.application.evaluate.method;

import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.saliency.BlockRelevance;
import io.limen.explainer.domain.surrogate.FirstOrder;
import java.util.List;

/**
 * What one gradient foretells of the average treatment effects: the mean over all donors of gradient times (donor - block), of
 * the region's soft Dice, with the sign turned over.
 */
public final class FirstOrderEffects implements AttributionMethod {

    @Override
    public String name() {
        return "first-order";
    }

    @Override
    public boolean isRandom() {
        return false;
    }

    @Override
    public Attributed attribute(MethodCase subject, long seed, long budget)
            throws ModelRejectedException, InterruptedException {
        float[] gradient = new SoftGradient(subject).at(subject.input(), subject.regionOutput());
        FirstOrder firstOrder = new FirstOrder(subject.input(), subject.donors());
        List<Block> blocks = subject.blocks();
        double[] support = new double[blocks.size()];
        for (int i = 0; i < support.length; i++) {
            float[] change = firstOrder.change(gradient, blocks.get(i));
            double sum = 0;
            for (float one : change) {
                sum += one;
            }
            support[i] = 0 - sum / change.length;
        }
        return new Attributed(new BlockRelevance(support), SoftGradient.COST);
    }
}
