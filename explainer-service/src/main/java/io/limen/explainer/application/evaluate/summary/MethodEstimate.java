package io.limen.explainer.application.evaluate.summary;

import io.limen.explainer.domain.comparison.Estimate;
import io.limen.explainer.domain.faithfulness.Metric;

/**
 * What a method is worth on average.
 *
 * @param estimate the mean over all pairs of model and case that have a value
 * @param pairs how many these are
 */
public record MethodEstimate(String method, Metric metric, Estimate estimate, int pairs) {}
