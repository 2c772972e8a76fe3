package io.limen.explainer.application.evaluate.summary;

import io.limen.explainer.application.evaluate.MethodScores;
import io.limen.explainer.application.evaluate.summary.EvaluatedPairs.MetricOfMethod;
import io.limen.explainer.application.evaluate.summary.MethodComparison.Tested;
import io.limen.explainer.domain.comparison.CaseBootstrap;
import io.limen.explainer.domain.comparison.CaseTotals;
import io.limen.explainer.domain.comparison.Estimate;
import io.limen.explainer.domain.comparison.Holm;
import io.limen.explainer.domain.comparison.SignFlipTest;
import io.limen.explainer.domain.faithfulness.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Holds the first method, which is our own, against each other one on the same cases. */
final class MethodComparisons {

    /** One table each: what a map is worth, and neither what it costs nor what other seeds do to it. */
    private static final List<Metric> COMPARED = List.of(
            Metric.DELETION,
            Metric.INSERTION,
            Metric.LEADING_DELETION,
            Metric.LEADING_INSERTION,
            Metric.SMOOTH_DELETION,
            Metric.SMOOTH_INSERTION,
            Metric.SUFFICIENCY,
            Metric.LEAKAGE,
            Metric.INFIDELITY);

    private final EvaluatedPairs pairs;
    private final CaseBootstrap bootstrap;
    private final SignFlipTest test;

    MethodComparisons(EvaluatedPairs pairs, long seed) {
        this.pairs = pairs;
        this.bootstrap = new CaseBootstrap(seed);
        this.test = new SignFlipTest(seed);
    }

    List<MethodComparison> all() {
        return COMPARED.stream()
                .filter(pairs.metrics()::contains)
                .flatMap(metric -> table(metric).stream())
                .toList();
    }

    private record Found(String other, Estimate difference, OptionalDouble pValue) {}

    private List<MethodComparison> table(Metric metric) {
        if (pairs.methods().isEmpty()) {
            return List.of();
        }
        String first = pairs.methods().get(0);
        List<Found> all = pairs.methods().stream()
                .filter(method -> !method.equals(first) && !method.equals(MethodScores.ORACLE))
                .map(method -> found(new MetricOfMethod(first, metric), new MetricOfMethod(method, metric)))
                .toList();
        List<Double> adjusted = Holm.adjusted(all.stream()
                .filter(one -> one.pValue().isPresent())
                .map(one -> one.pValue().getAsDouble())
                .toList());
        List<MethodComparison> table = new ArrayList<>();
        int tested = 0;
        for (Found one : all) {
            Optional<Tested> result = one.pValue().isPresent()
                    ? Optional.of(new Tested(one.pValue().getAsDouble(), adjusted.get(tested++)))
                    : Optional.empty();
            table.add(new MethodComparison(metric, first, one.other(), one.difference(), result));
        }
        return table;
    }

    private Found found(MetricOfMethod first, MetricOfMethod other) {
        CaseTotals differences = new CaseSums(pairs.cases(), pairs.models())
                .of((model, name) -> pairs.value(first, model, name)
                        .flatMap(a -> pairs.value(other, model, name).map(b -> a - b)));
        return new Found(other.method(), differences.mean(bootstrap), test.pValue(differences.sums()));
    }
}
