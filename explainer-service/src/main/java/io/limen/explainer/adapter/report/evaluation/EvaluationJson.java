package io.limen.explainer.adapter.report.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limen.explainer.application.evaluate.CaseEvaluation;
import io.limen.explainer.application.evaluate.EvaluationSettings;
import io.limen.explainer.application.evaluate.summary.EvaluationSummary;
import io.limen.explainer.application.evaluate.summary.Faithfulness;
import io.limen.explainer.application.evaluate.summary.MethodComparison;
import io.limen.explainer.application.evaluate.summary.MethodEstimate;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** All of an evaluation but the maps as JSON, one object in one line; docs/evaluation-json.md names every key. */
final class EvaluationJson {

    /** To be raised when a key changes its meaning. */
    private static final int VERSION = 1;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private EvaluationJson() {}

    /** UTF-8 bytes of the document. */
    static byte[] render(EvaluationSummary summary, EvaluationSettings settings, List<CaseEvaluation> evaluations) {
        ObjectNode root = NODES.objectNode().put("version", VERSION);
        root.putObject("settings")
                .put("blockSize", settings.blockSize())
                .put("regionSize", settings.regionSize())
                .put("seed", settings.seed())
                .put("budget", settings.budget())
                .put("repeatedCases", settings.repeatedCases());
        scope(root, summary.scope());
        root.set("faithfulness", faithfulness(summary.faithfulness()));
        root.set("perception", PerceptionJson.render(summary));
        ArrayNode failures = root.putArray("failures");
        summary.failures().forEach(one -> {
            ObjectNode node = failures.addObject()
                    .put("model", one.model())
                    .put("method", one.method().orElse(null))
                    .put("reason", one.reason());
            ArrayNode cases = node.putArray("cases");
            one.cases().forEach(cases::add);
        });
        ArrayNode pairs = root.putArray("pairs");
        evaluations.forEach(one -> pairs.add(PairJson.render(one)));
        return bytes(root);
    }

    private static void scope(ObjectNode root, EvaluationSummary.Scope scope) {
        ArrayNode models = root.putArray("models");
        scope.models().forEach(models::add);
        ArrayNode cases = root.putArray("cases");
        scope.cases().forEach(cases::add);
        ArrayNode methods = root.putArray("methods");
        scope.methods().forEach(methods::add);
        ArrayNode metrics = root.putArray("metrics");
        scope.metrics()
                .forEach(metric -> metrics.addObject()
                        .put("name", metric.name())
                        .put("label", metric.label())
                        .put("unit", metric.unit())
                        .put("better", metric.better().name())
                        .put("meaning", metric.meaning()));
        root.put("evaluatedPairs", scope.pairs());
        root.put("notEvaluatedPairs", scope.notEvaluated());
    }

    private static ObjectNode faithfulness(Faithfulness found) {
        ObjectNode node = NODES.objectNode();
        node.set("overall", estimates(found.overall()));
        ArrayNode models = node.putArray("byModel");
        found.byModel()
                .forEach(model ->
                        models.addObject().put("model", model.model()).set("estimates", estimates(model.estimates())));
        node.set("normalised", estimates(found.normalised()));
        ArrayNode comparisons = node.putArray("comparisons");
        found.comparisons().forEach(one -> comparisons.add(comparison(one)));
        return node;
    }

    private static ArrayNode estimates(List<MethodEstimate> estimates) {
        ArrayNode nodes = NODES.arrayNode();
        estimates.forEach(one -> nodes.add(EstimateJson.of(one.estimate())
                .put("method", one.method())
                .put("metric", one.metric().name())
                .put("pairs", one.pairs())));
        return nodes;
    }

    private static ObjectNode comparison(MethodComparison one) {
        ObjectNode node = NODES.objectNode()
                .put("metric", one.metric().name())
                .put("first", one.first())
                .put("second", one.second());
        node.set("difference", EstimateJson.of(one.difference()));
        return node.put(
                        "pValue",
                        one.test().map(MethodComparison.Tested::pValue).orElse(null))
                .put(
                        "adjustedPValue",
                        one.test().map(MethodComparison.Tested::adjusted).orElse(null));
    }

    private static byte[] bytes(ObjectNode root) {
        try {
            return (new ObjectMapper().writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON of an evaluation", e);
        }
    }
}
