package io.limen.explainer.application.evaluate.summary;

import io.limen.explainer.application.evaluate.MethodScores;
import io.limen.explainer.application.evaluate.summary.EvaluatedPairs.MetricOfMethod;
import io.limen.explainer.domain.comparison.CaseBootstrap;
import io.limen.explainer.domain.comparison.CaseTotals;
import io.limen.explainer.domain.comparison.RatioOfMeans;
import io.limen.explainer.domain.faithfulness.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Sums up what the methods are worth. */
final class FaithfulnessSummary {

    /** Gains over a random order that the oracle has as well. */
    private static final List<Metric> GAINS = List.of(Metric.DELETION, Metric.INSERTION);

    private final EvaluatedPairs pairs;
    private final long seed;
    private final CaseBootstrap bootstrap;

    FaithfulnessSummary(EvaluatedPairs pairs, long seed) {
        this.pairs = pairs;
        this.seed = seed;
        this.bootstrap = new CaseBootstrap(seed);
    }

    Faithfulness faithfulness() {
        return new Faithfulness(
                estimates(pairs.models()),
                pairs.models().stream()
                        .map(model -> new ModelFaithfulness(model, estimates(List.of(model))))
                        .toList(),
                normalised(),
                new MethodComparisons(pairs, seed).all());
    }

    private List<MethodEstimate> estimates(List<String> models) {
        CaseSums sums = new CaseSums(pairs.cases(), models);
        List<MethodEstimate> all = new ArrayList<>();
        for (String method : pairs.methods()) {
            for (Metric metric : pairs.metrics()) {
                MetricOfMethod asked = new MetricOfMethod(method, metric);
                CaseTotals totals = sums.of((model, name) -> pairs.value(asked, model, name));
                all.add(new MethodEstimate(method, metric, totals.mean(bootstrap), totals.measurements()));
            }
        }
        return all;
    }

    private List<MethodEstimate> normalised() {
        List<MethodEstimate> all = new ArrayList<>();
        if (!pairs.methods().contains(MethodScores.ORACLE)) {
            return all;
        }
        CaseSums sums = new CaseSums(pairs.cases(), pairs.models());
        for (String method : pairs.methods()) {
            for (Metric metric : GAINS) {
                MetricOfMethod asked = new MetricOfMethod(method, metric);
                MetricOfMethod oracle = new MetricOfMethod(MethodScores.ORACLE, metric);
                double[][] rows = sums.rows(2, (model, name) -> both(asked, oracle, model, name));
                RatioOfMeans ratio = new RatioOfMeans(CaseSums.column(rows, 1), CaseSums.column(rows, 2));
                int measured =
                        (int) Arrays.stream(rows).mapToDouble(row -> row[0]).sum();
                all.add(new MethodEstimate(method, metric, ratio.estimate(bootstrap), measured));
            }
        }
        return all;
    }

    private Optional<double[]> both(MetricOfMethod one, MetricOfMethod other, String model, String name) {
        return pairs.value(one, model, name)
                .flatMap(a -> pairs.value(other, model, name).map(b -> new double[] {a, b}));
    }
}
