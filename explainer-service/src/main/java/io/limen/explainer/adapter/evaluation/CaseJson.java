package io.limen.explainer.adapter.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limen.explainer.application.evaluate.CaseEvaluation;
import io.limen.explainer.application.evaluate.CaseEvaluation.Evaluated;
import io.limen.explainer.application.evaluate.CaseEvaluation.NotEvaluated;
import io.limen.explainer.application.evaluate.MethodScores;
import io.limen.explainer.application.evaluate.Perception;
import io.limen.explainer.domain.faithfulness.Metric;
import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.Window;
import io.limen.explainer.domain.saliency.BlockRelevance;
import io.limen.explainer.domain.strategy.PerceptualStrategy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was found of one model on one case, as JSON and back. */
final class CaseJson {

    private CaseJson() {}

    static ObjectNode write(CaseEvaluation found) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("model", found.model());
        node.put("name", found.caseName());
        if (found instanceof NotEvaluated not) {
            return node.put("reason", not.reason());
        }
        Evaluated evaluated = (Evaluated) found;
        Window region = evaluated.region();
        node.putArray("region")
                .add(region.y())
                .add(region.x())
                .add(region.height())
                .add(region.width());
        BlockGrid grid = evaluated.grid();
        node.putArray("grid").add(grid.imageHeight()).add(grid.imageWidth()).add(grid.blockSize());
        ArrayNode treated = node.putArray("treated");
        evaluated.treated().forEach(treated::add);
        evaluated.imageDice().ifPresent(dice -> node.put("imageDice", dice));
        node.put("baselineDice", evaluated.baselineDice());
        evaluated.perception().ifPresent(perception -> node.set("perception", write(perception)));
        ArrayNode methods = node.putArray("methods");
        evaluated.methods().forEach(scores -> methods.add(write(scores)));
        return node;
    }

    private static ObjectNode write(Perception perception) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("strategy", perception.strategy().name());
        perception.features().forEach(node.putObject("features")::put);
        ArrayNode profile = node.putArray("profile");
        perception.profile().forEach(profile::add);
        perception.traits().forEach(node.putObject("traits")::put);
        return node;
    }

    private static ObjectNode write(MethodScores scores) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("method", scores.method());
        scores.failure().ifPresent(failure -> node.put("failure", failure));
        scores.relevance().ifPresent(relevance -> {
            ArrayNode values = node.putArray("relevance");
            for (double value : relevance.values()) {
                values.add(value);
            }
        });
        ObjectNode metrics = node.putObject("metrics");
        scores.metrics().forEach((metric, value) -> metrics.put(metric.name(), value));
        return node;
    }

    /** @throws IllegalArgumentException when something is missing or is not what it should be */
    static CaseEvaluation read(JsonNode node) {
        String model = required(node, "model").asText();
        String name = required(node, "name").asText();
        if (node.has("reason")) {
            return new NotEvaluated(model, name, node.get("reason").asText());
        }
        List<Integer> region = integers(required(node, "region"));
        List<Integer> grid = integers(required(node, "grid"));
        if (region.size() != 4 || grid.size() != 3) {
            throw new IllegalArgumentException("region " + region + ", grid " + grid);
        }
        List<MethodScores> methods = new ArrayList<>();
        required(node, "methods").forEach(one -> methods.add(scores(one)));
        return new Evaluated(
                model,
                name,
                new Window(region.get(0), region.get(1), region.get(2), region.get(3)),
                new BlockGrid(grid.get(0), grid.get(1), grid.get(2)),
                integers(required(node, "treated")),
                node.has("imageDice") ? Optional.of(node.get("imageDice").asDouble()) : Optional.empty(),
                required(node, "baselineDice").asDouble(),
                Optional.ofNullable(node.get("perception")).map(CaseJson::perception),
                methods);
    }

    private static Perception perception(JsonNode node) {
        return new Perception(
                PerceptualStrategy.valueOf(required(node, "strategy").asText()),
                byName(required(node, "features")),
                numbers(required(node, "profile")),
                byName(required(node, "traits")));
    }

    private static MethodScores scores(JsonNode node) {
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        byName(required(node, "metrics")).forEach((name, value) -> metrics.put(Metric.valueOf(name), value));
        return new MethodScores(
                required(node, "method").asText(),
                Optional.ofNullable(node.get("relevance"))
                        .map(values -> new BlockRelevance(numbers(values).stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray())),
                metrics,
                Optional.ofNullable(node.get("failure")).map(JsonNode::asText));
    }

    private static JsonNode required(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null) {
            throw new IllegalArgumentException("no " + field);
        }
        return value;
    }

    private static List<Integer> integers(JsonNode array) {
        return numbers(array).stream().map(Double::intValue).toList();
    }

    private static List<Double> numbers(JsonNode array) {
        List<Double> numbers = new ArrayList<>();
        array.forEach(value -> numbers.add(value.asDouble()));
        return numbers;
    }

    private static Map<String, Double> byName(JsonNode object) {
        Map<String, Double> values = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asDouble()));
        return values;
    }
}
