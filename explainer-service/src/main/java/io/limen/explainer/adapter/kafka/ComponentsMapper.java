package io.limen.explainer.adapter.kafka;

import io.limen.explainer.domain.component.AblationKind;
import io.limen.explainer.domain.component.Component;
import io.limen.explainer.domain.component.ComponentAnalysis;
import io.limen.explainer.domain.component.ComponentAnalysis.Measured;
import io.limen.explainer.domain.component.ComponentAnalysis.NotMeasured;
import io.limen.explainer.domain.component.ComponentAnalysis.Unavailable;
import io.limen.explainer.domain.component.ComponentEffect;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What was found of a network's components, to the fields of the record. */
final class ComponentsMapper {

    private ComponentsMapper() {}

    /** Whole outputs, then channels; none where there is nothing to tell. */
    static List<io.limen.schemas.ComponentEffect> effects(ComponentAnalysis analysis) {
        return analysis instanceof Measured measured
                ? Stream.concat(measured.layers().stream(), measured.channels().stream())
                        .map(ComponentsMapper::effect)
                        .toList()
                : List.of();
    }

    /** What it cost and how far it can be believed, or why there is nothing. */
    static io.limen.schemas.ComponentAnalysis analysis(ComponentAnalysis analysis) {
        if (analysis instanceof Measured measured) {
            Map<String, Double> correlations = new TreeMap<>();
            for (Map.Entry<AblationKind, Double> agreement :
                    measured.agreement().entrySet()) {
                correlations.put(agreement.getKey().label(), agreement.getValue());
            }
            return new io.limen.schemas.ComponentAnalysis(
                    null, measured.donors(), measured.forwards(), measured.budgetExhausted(), correlations);
        }
        return new io.limen.schemas.ComponentAnalysis(missing(analysis), 0, 0L, false, Map.of());
    }

    /** The record has one field for both reasons. */
    private static String missing(ComponentAnalysis analysis) {
        return analysis instanceof Unavailable unavailable
                ? unavailable.reason()
                : "not in this case: " + ((NotMeasured) analysis).reason();
    }

    private static io.limen.schemas.ComponentEffect effect(ComponentEffect effect) {
        Component component = effect.component();
        OptionalDouble predicted = effect.predicted();
        return io.limen.schemas.ComponentEffect.newBuilder()
                .setName(effect.name())
                .setKind(effect.kind().label())
                .setAte(effect.ate())
                .setStandardError(effect.standardError())
                .setDraws(effect.draws())
                .setAreaEffect(effect.areaEffect())
                .setPredicted(predicted.isPresent() ? (Double) predicted.getAsDouble() : null)
                .setType(component.type().label())
                .setLayer(component.layer())
                .setOccurrence(component.occurrence())
                .setChannel(effect.channel())
                .setChannels(component.channels())
                .setHeight(component.height())
                .setWidth(component.width())
                .build();
    }
}
