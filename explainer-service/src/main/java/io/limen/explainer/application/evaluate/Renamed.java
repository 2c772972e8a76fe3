package io.limen.explainer.application.evaluate;

import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.evaluate.method.Attributed;
import io.limen.explainer.application.evaluate.method.AttributionMethod;
import io.limen.explainer.application.evaluate.method.MethodCase;

/** A method under another name. */
record Renamed(String name, AttributionMethod method) implements AttributionMethod {

    @Override
    public boolean isRandom() {
        return method.isRandom();
    }

    @Override
    public Attributed attribute(MethodCase subject, long seed, long budget)
            throws ModelRejectedException, InterruptedException {
        return method.attribute(subject, seed, budget);
    }
}
