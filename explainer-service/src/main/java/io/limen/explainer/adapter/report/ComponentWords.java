package io.limen.explainer.adapter.report;

import io.limen.explainer.domain.component.AblationKind;
import io.limen.explainer.domain.component.Component;
import io.limen.explainer.domain.component.ComponentAnalysis.Measured;
import io.limen.explainer.domain.component.ComponentEffect;
import java.util.Comparator;
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

    /** The result in a sentence or two. */
    static String lead(Measured measured, double scale) {
        Optional<AblationKind> kind = measured.kind();
        if (kind.isEmpty()) {
            return "The network has " + Numbers.count(measured.components().size())
                    + " parts, but the budget ended before any of them was measured.";
        }
        List<ComponentEffect> effects = measured.layers(kind.get());
        long unclear = effects.stream().filter(ComponentWords::withinChance).count();
        return "%s of the network's stages and skip connections were replaced, one at a time, %s, while the image stayed as it is. %s %s%s"
                .formatted(
                        Numbers.count(effects.size()),
                        DONE.get(kind.get()),
                        unclear == 0
                                ? "Every one of them changes the segmentation of the region by more than two standard errors."
                                : Numbers.count(effects.size() - unclear)
                                        + " of them change the segmentation of the region by more than two standard errors.",
                        strongest(effects, scale),
                        measured.budgetExhausted() ? " The budget ended before everything was measured." : "");
    }

    /** Stages that every path leads through have one and the same effect; then what else is strongest is told too. */
    private static String strongest(List<ComponentEffect> effects, double scale) {
        List<ComponentEffect> ordered = effects.stream()
                .sorted(Comparator.comparingDouble((ComponentEffect effect) -> -Math.abs(effect.ate())))
                .toList();
        ComponentEffect first = ordered.get(0);
        List<ComponentEffect> others = ordered.stream()
                .filter(effect -> effect.ate() != first.ate() || effect.standardError() != first.standardError())
                .toList();
        int alike = ordered.size() - others.size();
        if (alike == 1) {
            return "The strongest, %s, changes the agreement in the region by %s Dice points."
                    .formatted(first.name(), points(first, scale));
        }
        String all =
                "%s of them have the same, strongest effect of %s Dice points: every path to the region leads through them."
                        .formatted(Numbers.count(alike), points(first, scale));
        return others.isEmpty()
                ? all
                : all
                        + " Of the others the strongest is %s: %s."
                                .formatted(others.get(0).name(), points(others.get(0), scale));
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
