package io.limen.explainer.application.evaluate.method;

import io.limen.explainer.domain.saliency.BlockRelevance;
import java.util.Random;

/** A map that knows nothing: what every other method has to beat. */
public final class RandomRanking implements AttributionMethod {

    @Override
    public String name() {
        return "random";
    }

    @Override
    public boolean isRandom() {
        return true;
    }

    @Override
    public Attributed attribute(MethodCase subject, long seed, long budget) {
        double[] values = new Random(seed).doubles(subject.blocks().size()).toArray();
        return new Attributed(new BlockRelevance(values), 0);
    }
}
