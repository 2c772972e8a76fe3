package io.limen.explainer.adapter.cli;

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
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What was found inside the network in a few lines for a person.
 *
 * @param analysis what was found
 */
record ComponentSummary(ComponentAnalysis analysis) {

    private static final int STRONGEST = 3;
    private static final int NAMED = 4;

    /** Tells every line. */
    void tell(Consumer<String> lines) {
        if (analysis instanceof Unavailable unavailable) {
            lines.accept("not available: " + unavailable.reason());
        } else if (analysis instanceof NotMeasured not) {
            lines.accept("not measured in this case: " + not.reason());
        } else {
            Measured measured = (Measured) analysis;
            lines.accept(
                    measured.layers().isEmpty() && measured.failures().isEmpty()
                            ? "none measured: the budget ended first"
                            : overview(measured));
            measured.kind().ifPresent(kind -> strongest(measured, kind).forEach(lines));
        }
    }

    private static String overview(Measured measured) {
        long stages = measured.layers().stream()
                .map(ComponentEffect::component)
                .distinct()
                .count();
        long channels = measured.channels().stream()
                .map(ComponentEffect::name)
                .distinct()
                .count();
        return String.format(
                Locale.ROOT,
                "%,d of %,d stages and skip connections measured, %,d channels verified; %,d donors%s%s%s",
                stages,
                measured.components().stream().filter(Component::layer).count(),
                channels,
                measured.donors(),
                Optional.ofNullable(measured.agreement().get(AblationKind.ZERO))
                        .map(value ->
                                String.format(Locale.ROOT, "; rank correlation of gradient and zeroing %.2f", value))
                        .orElse(""),
                measured.budgetExhausted() ? "; the budget ended first" : "",
                measured.failures().isEmpty()
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "; %,d could not be: %s",
                                measured.failures().size(),
                                measured.failures().get(0)));
    }

    private static List<String> strongest(Measured measured, AblationKind kind) {
        return EffectRanking.of(measured.layers(kind)).places().stream()
                .limit(STRONGEST)
                .map(ComponentSummary::line)
                .toList();
    }

    /** Parts that are equal by necessity are one finding. */
    private static String line(Place place) {
        ComponentEffect effect = place.first();
        return String.format(
                Locale.ROOT,
                "%s: %+.2f +- %.2f Dice points, %s, %d draws%s",
                place.isByNecessity() ? names(place) : described(effect),
                effect.ate(),
                effect.standardError(),
                effect.kind().label(),
                effect.draws(),
                place.isByNecessity() ? "; equal by necessity: what goes through one goes through all" : "");
    }

    private static String described(ComponentEffect effect) {
        return String.format(
                Locale.ROOT,
                "%s (%s, %dx%dx%d)",
                effect.name(),
                effect.component().type().label(),
                effect.component().channels(),
                effect.component().height(),
                effect.component().width());
    }

    private static String names(Place place) {
        List<ComponentEffect> effects = place.effects();
        String named = effects.stream().limit(NAMED).map(ComponentEffect::name).collect(Collectors.joining(", "));
        return effects.size() <= NAMED ? named : named + " and " + (effects.size() - NAMED) + " more";
    }
}
