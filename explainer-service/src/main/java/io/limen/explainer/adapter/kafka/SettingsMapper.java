package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.Engine;
import io.limen.explainer.application.ExplanationId;
import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.component.AblationKind;
import io.limen.explainer.domain.component.ComponentSettings;
import io.limen.explainer.domain.intervention.DrawSchedule;
import io.limen.schemas.Attribution;
import io.limen.schemas.Computation;
import io.limen.schemas.ExplanationSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** What was asked of an explanation, and what computed it, to the fields of the record and back. */
final class SettingsMapper {

    /** Of an attribution that does not say: what a service does that nobody told otherwise. */
    private static final DrawSchedule.Published USUAL = DrawSchedule.Published.asPublished();

    private SettingsMapper() {}

    static ExplanationSettings map(io.limen.explainer.domain.attribution.ExplanationSettings settings) {
        ExplanationSettings.Builder target = ExplanationSettings.newBuilder()
                .setTau(settings.schedule().tau())
                .setMaxMillis(settings.budget().maxDuration().toMillis())
                .setFaithfulness(settings.faithfulness());
        if (settings.budget().maxForwards() != Budget.UNLIMITED.maxForwards()) {
            target.setMaxForwards(settings.budget().maxForwards());
        }
        if (settings.schedule() instanceof DrawSchedule.Published published) {
            target.setScreeningDraws(published.screeningDraws()).setDraws(published.draws());
        }
        settings.components()
                .ifPresent(components -> target.setComponentDonors(components.donors())
                        .setComponentChannels(components.topChannels())
                        .setComponentKinds(components.kinds().stream()
                                .map(AblationKind::label)
                                .sorted()
                                .toList()));
        return target.build();
    }

    static Computation computation(Engine engine, ModelDescription model) {
        return new Computation(
                engine.limenVersion(),
                ExplanationId.METHOD,
                ExplanationId.ofDescription(model),
                engine.library(),
                engine.device(),
                engine.threads(),
                engine.processor());
    }

    /**
     * What was asked; the usual where a worker before version 7 of the schema does not say.
     *
     * @throws IllegalArgumentException when the record says what can't be
     */
    static io.limen.explainer.domain.attribution.ExplanationSettings settings(Attribution attribution) {
        Optional<ExplanationSettings> said = Optional.ofNullable(attribution.getSettings());
        Optional<ComponentSettings> components = said.isPresent()
                ? components(said.get())
                : Optional.ofNullable(attribution.getComponentAnalysis()).map(asked -> ComponentSettings.DEFAULT);
        return new io.limen.explainer.domain.attribution.ExplanationSettings(
                attribution.getBlockSize(),
                // of no consequence: the region is given
                Math.max(1, attribution.getRegion().getHeight()),
                schedule(attribution, said),
                attribution.getSeed(),
                said.map(SettingsMapper::budget).orElse(Budget.UNLIMITED),
                components,
                said.map(ExplanationSettings::getFaithfulness).orElse(0));
    }

    private static DrawSchedule schedule(Attribution attribution, Optional<ExplanationSettings> said) {
        double tau = said.map(ExplanationSettings::getTau).orElse(USUAL.tau());
        Double target = attribution.getTargetStandardError();
        return switch (attribution.getSchedule()) {
            case "adaptive" ->
                new DrawSchedule.Adaptive(target == null ? OptionalDouble.empty() : OptionalDouble.of(target), tau);
            case "published" ->
                new DrawSchedule.Published(
                        said.map(ExplanationSettings::getScreeningDraws).orElse(USUAL.screeningDraws()),
                        said.map(ExplanationSettings::getDraws).orElse(USUAL.draws()),
                        tau);
            default -> throw new IllegalArgumentException("no schedule that this version knows");
        };
    }

    private static Budget budget(ExplanationSettings said) {
        return new Budget(
                said.getMaxForwards() == null ? Budget.UNLIMITED.maxForwards() : said.getMaxForwards(),
                Duration.ofMillis(said.getMaxMillis()));
    }

    private static Optional<ComponentSettings> components(ExplanationSettings said) {
        if (said.getComponentDonors() == null || said.getComponentChannels() == null) {
            return Optional.empty();
        }
        return Optional.of(new ComponentSettings(
                said.getComponentDonors(), said.getComponentChannels(), kinds(said.getComponentKinds())));
    }

    private static Set<AblationKind> kinds(List<String> labels) {
        return labels.stream()
                .map(label -> Arrays.stream(AblationKind.values())
                        .filter(kind -> kind.label().equals(label))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no intervention that this version knows")))
                .collect(Collectors.toSet());
    }
}
