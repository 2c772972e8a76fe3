package io.limen.explainer.application.evaluate.summary;

import java.util.List;

/** What the methods are worth on one model. @param estimates per method and metric */
public record ModelFaithfulness(String model, List<MethodEstimate> estimates) {

    public ModelFaithfulness {
        estimates = List.copyOf(estimates);
    }
}
