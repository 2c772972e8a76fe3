package io.limen.explainer.adapter.report.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limen.explainer.application.evaluate.CaseEvaluation;
import io.limen.explainer.application.evaluate.CaseEvaluation.Evaluated;
import io.limen.explainer.application.evaluate.CaseEvaluation.NotEvaluated;
import io.limen.explainer.application.evaluate.MethodScores;
import io.limen.explainer.application.evaluate.Perception;
import java.util.Map;
import java.util.TreeMap;

/** One pair of model and case as JSON. */
final class PairJson {

    private PairJson() {}

    static ObjectNode render(CaseEvaluation evaluation) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("model", evaluation.model())
                .put("case", evaluation.caseName());
        if (evaluation instanceof NotEvaluated not) {
            return node.put("skipped", not.reason());
        }
        return evaluated(node.putNull("skipped"), (Evaluated) evaluation);
    }

    private static ObjectNode evaluated(ObjectNode node, Evaluated pair) {
        node.putObject("region")
                .put("y", pair.region().y())
                .put("x", pair.region().x())
                .put("height", pair.region().height())
                .put("width", pair.region().width());
        node.put("gridHeight", pair.grid().rows()).put("gridWidth", pair.grid().columns());
        node.put("imageDice", pair.imageDice().orElse(null)).put("regionDice", pair.baselineDice());
        node.set("perception", pair.perception().map(PairJson::perception).orElse(null));
        ArrayNode methods = node.putArray("methods");
        pair.methods().forEach(one -> methods.add(method(pair, one)));
        return node;
    }

    private static ObjectNode method(Evaluated pair, MethodScores scores) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("method", scores.method())
                .put("failure", scores.failure().orElse(null))
                .put(
                        "map",
                        scores.relevance()
                                .map(any -> MapFiles.name(pair, scores.method()))
                                .orElse(null));
        ObjectNode metrics = node.putObject("metrics");
        scores.metrics().forEach((metric, value) -> metrics.put(metric.name(), value));
        return node;
    }

    private static ObjectNode perception(Perception perception) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("strategy", perception.strategy().name());
        node.set("features", numbers(perception.features()));
        node.set("traits", numbers(perception.traits()));
        ArrayNode profile = node.putArray("profile");
        perception.profile().forEach(profile::add);
        return node;
    }

    private static ObjectNode numbers(Map<String, Double> numbers) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(numbers).forEach(node::put);
        return node;
    }
}
