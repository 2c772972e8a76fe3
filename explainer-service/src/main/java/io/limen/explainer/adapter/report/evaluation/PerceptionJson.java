package io.limen.explainer.adapter.report.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limen.explainer.application.evaluate.summary.EvaluationSummary;
import io.limen.explainer.application.evaluate.summary.ModelPerception;
import io.limen.explainer.application.evaluate.summary.TraitAssociation;

/** How models perceive, as JSON. */
final class PerceptionJson {

    private PerceptionJson() {}

    static ObjectNode render(EvaluationSummary summary) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode models = node.putArray("models");
        summary.models().forEach(one -> models.add(model(one)));
        ObjectNode fleet = node.putObject("fleet");
        fleet.set("within", EstimateJson.of(summary.fleet().within()));
        fleet.set("between", EstimateJson.of(summary.fleet().between()));
        fleet.set("total", EstimateJson.of(summary.fleet().total()));
        ArrayNode associations = node.putArray("associations");
        summary.associations().forEach(one -> associations.add(association(one)));
        return node;
    }

    private static ObjectNode model(ModelPerception model) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("model", model.model());
        ObjectNode classes = node.putObject("classes");
        model.classes().forEach((strategy, count) -> classes.put(strategy.name(), count));
        node.put("mostFrequent", model.mostFrequent().map(Enum::name).orElse(null));
        node.set("share", EstimateJson.of(model.share()));
        node.set("imageDice", EstimateJson.of(model.imageDice()));
        node.set("regionDice", EstimateJson.of(model.baselineDice()));
        node.set("profileDivergence", EstimateJson.of(model.heterogeneity().divergence()));
        node.put("casesWithoutProfile", model.heterogeneity().withoutProfile());
        node.set("classEntropy", EstimateJson.of(model.heterogeneity().classEntropy()));
        node.set("featureEntropy", EstimateJson.of(model.heterogeneity().featureEntropy()));
        return node;
    }

    private static ObjectNode association(TraitAssociation one) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("model", one.model())
                .put("feature", one.feature())
                .put("trait", one.trait());
        node.set("correlation", EstimateJson.of(one.correlation()));
        return node.put(
                        "pValue",
                        one.test().map(TraitAssociation.Tested::pValue).orElse(null))
                .put(
                        "adjustedPValue",
                        one.test().map(TraitAssociation.Tested::adjusted).orElse(null));
    }
}
