package io.limen.explainer.application.evaluate.summary;

import io.limen.explainer.application.evaluate.CaseEvaluation;
import io.limen.explainer.application.evaluate.CaseEvaluation.Evaluated;
import io.limen.explainer.application.evaluate.MethodScores;
import io.limen.explainer.domain.faithfulness.Metric;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluations by model, case and method. */
final class EvaluatedPairs {

    private final List<String> models;
    private final List<String> cases;
    private final List<String> methods;
    private final List<Metric> metrics;
    private final Map<Key, Evaluated> pairs = new HashMap<>();
    private final Map<MethodKey, MethodScores> scores = new HashMap<>();

    private record Key(String model, String caseName) {}

    private record MethodKey(String model, String caseName, String method) {}

    EvaluatedPairs(List<CaseEvaluation> evaluations) {
        this.models = evaluations.stream().map(CaseEvaluation::model).distinct().toList();
        List<Evaluated> evaluated = evaluations.stream()
                .filter(Evaluated.class::isInstance)
                .map(Evaluated.class::cast)
                .toList();
        this.cases = evaluated.stream().map(Evaluated::caseName).distinct().toList();
        this.methods = evaluated.stream()
                .flatMap(pair -> pair.methods().stream())
                .map(MethodScores::method)
                .distinct()
                .toList();
        for (Evaluated pair : evaluated) {
            pairs.put(new Key(pair.model(), pair.caseName()), pair);
            pair.methods().forEach(one -> scores.put(new MethodKey(pair.model(), pair.caseName(), one.method()), one));
        }
        this.metrics = Arrays.stream(Metric.values())
                .filter(metric ->
                        scores.values().stream().anyMatch(one -> one.metrics().containsKey(metric)))
                .toList();
    }

    List<String> models() {
        return models;
    }

    /** Cases that were evaluated of a model at least, in the data set's order. */
    List<String> cases() {
        return cases;
    }

    /** In the catalogue's order. */
    List<String> methods() {
        return methods;
    }

    /** Those that have a value somewhere. */
    List<Metric> metrics() {
        return metrics;
    }

    /** How many there are. */
    int size() {
        return pairs.size();
    }

    Optional<Evaluated> pair(String model, String caseName) {
        return Optional.ofNullable(pairs.get(new Key(model, caseName)));
    }

    /** What a method is worth on a case of a model. */
    Optional<Double> value(MetricOfMethod asked, String model, String caseName) {
        return Optional.ofNullable(scores.get(new MethodKey(model, caseName, asked.method())))
                .map(found -> found.metrics().get(asked.metric()));
    }

    /** One metric of one method. */
    record MetricOfMethod(String method, Metric metric) {}
}
