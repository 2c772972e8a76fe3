package io.limen.explainer.adapter.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limen.explainer.domain.component.ChannelGate;
import io.limen.explainer.domain.component.Component;
import io.limen.explainer.domain.component.ComponentAnalysis;
import io.limen.explainer.domain.component.ComponentAnalysis.Measured;
import io.limen.explainer.domain.component.ComponentAnalysis.NotMeasured;
import io.limen.explainer.domain.component.ComponentAnalysis.Unavailable;
import io.limen.explainer.domain.component.ComponentEffect;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was found of the network's components as JSON: the fields of the record under the same names, and two lists more in the
 * analysis: all components that the network has, and the channels of the highest rank by gradient.
 */
final class ComponentsJson {

    /** As far as anyone reads a ranking; a large network has a hundred thousand channels. */
    private static final int RANKED = 1_000;

    private ComponentsJson() {}

    /** Whole outputs, then channels. */
    static ArrayNode effects(ComponentAnalysis analysis) {
        ArrayNode effects = JsonNodeFactory.instance.arrayNode();
        if (analysis instanceof Measured measured) {
            Stream.concat(measured.layers().stream(), measured.channels().stream())
                    .map(ComponentsJson::effect)
                    .forEach(effects::add);
        }
        return effects;
    }

    /** How they were looked at, or why there are none. */
    static JsonNode analysis(ComponentAnalysis analysis) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("unavailable", analysis instanceof Unavailable none ? none.reason() : null);
        node.put("notMeasured", analysis instanceof NotMeasured none ? none.reason() : null);
        return analysis instanceof Measured measured ? measured(node, measured) : node;
    }

    private static ObjectNode measured(ObjectNode node, Measured measured) {
        node.put("donors", measured.donors());
        node.put("forwards", measured.forwards());
        node.put("budgetExhausted", measured.budgetExhausted());
        ArrayNode failures = node.putArray("failures");
        measured.failures().forEach(failures::add);
        ObjectNode correlations = node.putObject("rankCorrelations");
        new TreeMap<>(measured.agreement()).forEach((kind, value) -> correlations.put(kind.label(), value));
        ArrayNode network = node.putArray("network");
        measured.components().forEach(component -> network.add(component(component)));
        ranking(node.putArray("ranking"), measured.ranking());
        return node;
    }

    private static ObjectNode effect(ComponentEffect effect) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("name", effect.name())
                .put("kind", effect.kind().label())
                .put("ate", effect.ate())
                .put("standardError", effect.standardError())
                .put("draws", effect.draws())
                .put("areaEffect", effect.areaEffect());
        effect.predicted()
                .ifPresentOrElse(predicted -> node.put("predicted", predicted), () -> node.putNull("predicted"));
        shape(node, effect.component());
        return node.put("channel", effect.channel());
    }

    private static ObjectNode component(Component component) {
        return shape(JsonNodeFactory.instance.objectNode().put("name", component.name()), component);
    }

    private static ObjectNode shape(ObjectNode node, Component component) {
        return node.put("type", component.type().label())
                .put("layer", component.layer())
                .put("occurrence", component.occurrence())
                .put("channels", component.channels())
                .put("height", component.height())
                .put("width", component.width());
    }

    private static void ranking(ArrayNode rows, List<ChannelGate> gates) {
        for (ChannelGate gate : gates.subList(0, Math.min(RANKED, gates.size()))) {
            rows.addObject()
                    .put("name", gate.component().name() + "[" + gate.channel() + "]")
                    .put("predicted", gate.predictedEffect());
        }
    }
}
