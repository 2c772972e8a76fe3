package io.limen.explainer.application.evaluate.summary;

import java.util.List;

/**
 * How faithful the methods' maps are.
 *
 * @param overall per method and metric, over all models
 * @param byModel the same of each model
 * @param normalised deletion and insertion gain per method over that of the oracle's maps: 1 is what is about reachable, 0 is chance
 * @param comparisons of the first method with each other one but the oracle, by metric
 */
public record Faithfulness(
        List<MethodEstimate> overall,
        List<ModelFaithfulness> byModel,
        List<MethodEstimate> normalised,
        List<MethodComparison> comparisons) {

    public Faithfulness {
        overall = List.copyOf(overall);
        byModel = List.copyOf(byModel);
        normalised = List.copyOf(normalised);
        comparisons = List.copyOf(comparisons);
    }
}
