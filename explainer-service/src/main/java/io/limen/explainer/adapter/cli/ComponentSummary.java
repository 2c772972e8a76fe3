package io.limen.explainer.adapter.cli;

import io.limen.explainer.domain.component.AblationKind;
import io.limen.explainer.domain.component.Component;
import io.limen.explainer.domain.component.ComponentAnalysis;
import io.limen.explainer.domain.component.ComponentAnalysis.Measured;
import io.limen.explainer.domain.component.ComponentAnalysis.Unavailable;
import io.limen.explainer.domain.component.ComponentEffect;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What was found inside the network in a few lines for a person.
 *
 * @param analysis what was found
 */
record ComponentSummary(ComponentAnalysis analysis) {

    private static final int STRONGEST = 3;

    /** Tells every line. */
    void tell(Consumer<String> lines) {
        if (analysis instanceof Measured measured) {
            lines.accept(overview(measured));
            measured.kind().ifPresent(kind -> strongest(measured, kind).forEach(lines));
        } else {
            lines.accept("not available: " + ((Unavailable) analysis).reason());
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
                "%,d of %,d stages and skip connections measured, %,d channels verified; %,d donors, %,d forward passes%s%s",
                stages,
                measured.components().stream().filter(Component::layer).count(),
                channels,
                measured.donors(),
                measured.forwards(),
                Optional.ofNullable(measured.agreement().get(AblationKind.ZERO))
                        .map(value ->
                                String.format(Locale.ROOT, "; rank correlation of gradient and zeroing %.2f", value))
                        .orElse(""),
                measured.budgetExhausted() ? "; the budget ended first" : "");
    }

    private static List<String> strongest(Measured measured, AblationKind kind) {
        return measured.layers(kind).stream()
                .sorted(Comparator.comparingDouble((ComponentEffect effect) -> -Math.abs(effect.ate())))
                .limit(STRONGEST)
                .map(ComponentSummary::line)
                .toList();
    }

    private static String line(ComponentEffect effect) {
        return String.format(
                Locale.ROOT,
                "%s (%s, %dx%dx%d): %+.2f +- %.2f Dice points, %s, %d draws",
                effect.name(),
                effect.component().type().label(),
                effect.component().channels(),
                effect.component().height(),
                effect.component().width(),
                effect.ate(),
                effect.standardError(),
                effect.kind().label(),
                effect.draws());
    }
}
