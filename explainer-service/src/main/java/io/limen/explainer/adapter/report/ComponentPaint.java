package io.limen.explainer.adapter.report;

import io.limen.explainer.domain.component.AblationKind;
import io.limen.explainer.domain.component.Component;
import io.limen.explainer.domain.component.ComponentEffect;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a component looks in the picture, by what was found of it.
 *
 * @param effects of whole outputs
 * @param kind of the effects that give the colours
 * @param scale of the colours
 */
record ComponentPaint(List<ComponentEffect> effects, AblationKind kind, ColourScale scale) {

    /** The effect that gives the colour; empty when it was not measured. */
    Optional<ComponentEffect> effect(Component component) {
        return effects.stream()
                .filter(effect -> effect.kind() == kind && effect.component().equals(component))
                .findFirst();
    }

    /** An effect whose sign can be told. */
    static Optional<ComponentEffect> clear(Optional<ComponentEffect> effect) {
        return effect.filter(known -> !ComponentWords.withinChance(known));
    }

    /** Class of the frame beside others: dashed where the sign can't be told. */
    static String frame(Optional<ComponentEffect> effect) {
        return effect.isPresent() && ComponentWords.withinChance(effect.get()) ? " chance" : "";
    }

    String fill(Optional<ComponentEffect> effect) {
        return effect.map(known -> ColourScale.css(scale.colour(known.ate()))).orElse("none");
    }

    /** What is written on the colour. */
    String ink(ComponentEffect effect) {
        return scale.dark(effect.ate()) ? "#fff" : "#1c2530";
    }

    String number(ComponentEffect effect) {
        return Numbers.effect(effect.ate(), scale.limit());
    }

    /** All that is known of it, for a pointer over it. */
    String title(Component component) {
        String numbers = effects.stream()
                .filter(effect -> effect.component().equals(component))
                .map(effect -> "\n" + effect.kind().label() + ": " + ComponentWords.points(effect, scale.limit())
                        + " Dice points, " + effect.draws() + (effect.draws() == 1 ? " draw" : " draws"))
                .collect(Collectors.joining());
        return component.name() + " (" + component.type().label() + ", " + ComponentWords.shape(component) + ")"
                + (numbers.isEmpty() ? "\nnot measured" : numbers);
    }
}
