package io.limen.explainer.adapter.report;

import io.limen.explainer.domain.component.AblationKind;
import io.limen.explainer.domain.component.Component;
import io.limen.explainer.domain.component.ComponentAnalysis;
import io.limen.explainer.domain.component.ComponentAnalysis.Measured;
import io.limen.explainer.domain.component.ComponentAnalysis.NotMeasured;
import io.limen.explainer.domain.component.ComponentAnalysis.Unavailable;
import io.limen.explainer.domain.component.ComponentEffect;
import io.limen.explainer.domain.component.EffectRanking;
import io.limen.explainer.domain.component.EffectRanking.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is to be said of a network's components in sentences. */
final class ComponentWords {

    private static final Map<AblationKind, String> DONE = Map.of(
            AblationKind.RESAMPLE, "by what they are on other images",
            AblationKind.MEAN, "by their mean over other images",
            AblationKind.ZERO, "by zero");

    private ComponentWords() {}

    /** Why there is nothing to show, a sentence; empty when there is something. */
    static Optional<String> nothing(ComponentAnalysis analysis) {
        if (analysis instanceof Unavailable unavailable) {
            return Optional.of("The model does not show its components: " + unavailable.reason() + ".");
        }
        if (analysis instanceof NotMeasured not) {
            return Optional.of("The network's components could not be measured in this case: " + not.reason() + ".");
        }
        Measured measured = (Measured) analysis;
        if (!measured.layers().isEmpty()) {
            return Optional.empty();
        }
        String parts = "The network has " + Numbers.count(measured.components().size()) + " parts, but ";
        return Optional.of(
                measured.failures().isEmpty()
                        ? parts + "the budget ended before any of them was measured."
                        : parts + "none of its stages could be measured: "
                                + measured.failures().get(0) + ".");
    }

    /**
     * The result in a sentence or two.
     *
     * @param measured with effects of stages
     */
    static String lead(Measured measured, double scale) {
        AblationKind kind = measured.kind().orElseThrow();
        List<ComponentEffect> effects = measured.layers(kind);
        long unclear = effects.stream().filter(ComponentWords::withinChance).count();
        return "%s of the network's stages and skip connections were replaced, one at a time, %s, while the image stayed as it is. %s %s%s%s"
                .formatted(
                        Numbers.count(effects.size()),
                        DONE.get(kind),
                        unclear == 0
                                ? "Every one of them changes the segmentation of the region by more than two standard errors."
                                : Numbers.count(effects.size() - unclear)
                                        + " of them change the segmentation of the region by more than two standard errors.",
                        strongest(EffectRanking.of(effects).places(), scale),
                        measured.budgetExhausted() ? " The budget ended before everything was measured." : "",
                        failed(measured.failures()));
    }

    private static String failed(List<String> failures) {
        return failures.isEmpty()
                ? ""
                : " What could not be measured: %s%s."
                        .formatted(
                                failures.get(0),
                                failures.size() == 1
                                        ? ""
                                        : ", and " + Numbers.count(failures.size() - 1) + " more of the kind");
    }

    /** Stages that the same paths lead through have one and the same effect; then what else is strongest is told too. */
    private static String strongest(List<Place> places, double scale) {
        Place first = places.get(0);
        if (!first.isByNecessity()) {
            return "The strongest, %s, changes the agreement in the region by %s Dice points."
                    .formatted(first.first().name(), points(first.first(), scale));
        }
        String all =
                "%s of them have the same, strongest effect of %s Dice points: what goes through one of them goes through all."
                        .formatted(Numbers.count(first.effects().size()), points(first.first(), scale));
        return places.size() == 1
                ? all
                : all
                        + " Of the others the strongest is %s: %s."
                                .formatted(
                                        places.get(1).first().name(),
                                        points(places.get(1).first(), scale));
    }

    /** How far the gradient's predictions and the interventions agree. */
    static String agreement(Measured measured) {
        if (measured.channels().isEmpty()) {
            return measured.ranking().isEmpty()
                    ? "No channel was verified: the model has no gradient to rank them by, or the budget had no room for it."
                    : "No channel was verified.";
        }
        if (measured.agreement().isEmpty()) {
            return "Too few channels, or all alike: whether the gradient ranks them as interventions do can't be said.";
        }
        StringBuilder words = new StringBuilder("Does the gradient rank the verified channels as interventions do?");
        new TreeMap<>(measured.agreement())
                .forEach((kind, correlation) -> words.append(" Replaced ")
                        .append(DONE.get(kind))
                        .append(": ")
                        .append(agreement(correlation))
                        .append(" (rank correlation ")
                        .append(Numbers.plain(correlation))
                        .append(")."));
        return words.toString();
    }

    private static String agreement(double correlation) {
        if (correlation >= 0.8) {
            return "closely";
        }
        if (correlation >= 0.5) {
            return "roughly";
        }
        return correlation >= 0.2 ? "hardly" : "no";
    }

    /** Whether two standard errors reach zero: no conclusion about the sign. */
    static boolean withinChance(ComponentEffect effect) {
        return Math.abs(effect.ate()) <= 2 * effect.standardError();
    }

    /** The effect with its standard error where there is one. */
    static String points(ComponentEffect effect, double scale) {
        String ate = Numbers.effect(effect.ate(), scale);
        return effect.kind() == AblationKind.RESAMPLE
                ? ate + " \u00b1 " + Numbers.magnitude(effect.standardError(), scale)
                : ate;
    }

    /** Channels, rows and columns of an output. */
    static String shape(Component component) {
        return component.channels() + "\u00d7" + component.height() + "\u00d7" + component.width();
    }
}
