package io.limen.explainer.adapter.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limen.explainer.domain.strategy.PerceptualStrategy;
import io.limen.explainer.domain.strategy.StrategyFeatures;
import io.limen.explainer.domain.strategy.StrategyFeatures.Shape;
import io.limen.explainer.domain.strategy.StrategyFeatures.Tested;
import java.util.Optional;

/** Strategy features under the names of the StrategyFeatures record; null where a feature is not defined. */
final class StrategyJson {

    private StrategyJson() {}

    static ObjectNode render(StrategyFeatures features) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("supportingShare", features.supportingShare());
        node.put("hinderingShare", features.hinderingShare());
        node.put("irrelevantShare", features.irrelevantShare());
        shape(node, features.shape());
        node.put("strategy", features.classification().strategy().name());
        ObjectNode probabilities = node.putObject("classProbabilities");
        for (PerceptualStrategy strategy : PerceptualStrategy.values()) {
            Double probability = features.classification().probabilities().get(strategy);
            if (probability != null) {
                probabilities.put(strategy.name(), probability);
            }
        }
        node.put("classifierVersion", features.classification().version());
        ArrayNode profile = node.putArray("profile");
        for (double cell : features.profile()) {
            profile.add(cell);
        }
        node.set("standardErrors", NumbersJson.render(features.noise().standardErrors()));
        node.put("profileNoise", orNull(features.noise().profileNoise()));
        return node;
    }

    private static void shape(ObjectNode node, Optional<Shape> shape) {
        node.put("locality", orNull(shape.map(Shape::locality)));
        node.put("enrichment", orNull(shape.flatMap(Shape::enrichment)));
        node.put("causalRadius", orNull(shape.map(Shape::causalRadius)));
        node.put("entropy", orNull(shape.map(Shape::entropy)));
        node.put("participation", orNull(shape.map(Shape::participation)));
        node.put("gini", orNull(shape.map(Shape::gini)));
        node.put("signBalance", orNull(shape.flatMap(Shape::signBalance)));
        tested(node, "axisEnrichment", "axisPValue", shape.flatMap(Shape::axis));
        tested(node, "scanAsymmetry", "scanPValue", shape.flatMap(Shape::scan));
    }

    private static void tested(ObjectNode node, String value, String pValue, Optional<Tested> tested) {
        node.put(value, orNull(tested.map(Tested::value)));
        node.put(pValue, orNull(tested.map(Tested::pValue)));
    }

    private static Double orNull(Optional<Double> number) {
        return number.orElse(null);
    }
}
