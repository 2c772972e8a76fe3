package io.limen.explainer.application.evaluate.summary;

import io.limen.explainer.application.evaluate.CaseEvaluation.Evaluated;
import io.limen.explainer.application.evaluate.Perception;
import io.limen.explainer.application.evaluate.summary.ModelPerception.Heterogeneity;
import io.limen.explainer.domain.comparison.CaseBootstrap;
import io.limen.explainer.domain.comparison.Estimate;
import io.limen.explainer.domain.comparison.ShareOfCases;
import io.limen.explainer.domain.heterogeneity.CaseProfile;
import io.limen.explainer.domain.heterogeneity.ClassEntropy;
import io.limen.explainer.domain.heterogeneity.ProfileDivergence;
import io.limen.explainer.domain.heterogeneity.RaoEntropy;
import io.limen.explainer.domain.strategy.PerceptualStrategy;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Sums up how models perceive. */
final class PerceptionSummary {

    private final EvaluatedPairs pairs;
    private final CaseBootstrap bootstrap;
    private final List<PerceivedCases> models;
    private final FeatureScales scales;

    PerceptionSummary(EvaluatedPairs pairs, long seed) {
        this.pairs = pairs;
        this.bootstrap = new CaseBootstrap(seed);
        this.models = pairs.models().stream()
                .map(model -> new PerceivedCases(pairs, model))
                .toList();
        this.scales = FeatureScales.of(
                models.stream().flatMap(model -> model.features().stream()).toList());
    }

    /** One after the other. */
    List<ModelPerception> perModel() {
        return models.stream().map(this::of).toList();
    }

    /** All of them; unknown without a profile. */
    FleetPerception fleet() {
        return new FleetPerception(
                fleet(ProfileDivergence::within), fleet(ProfileDivergence::between), fleet(ProfileDivergence::total));
    }

    private ModelPerception of(PerceivedCases model) {
        Map<PerceptualStrategy, Integer> classes = new EnumMap<>(PerceptualStrategy.class);
        model.perceptions().forEach(one -> classes.merge(one.strategy(), 1, Integer::sum));
        Optional<PerceptualStrategy> most = classes.keySet().stream().max(Comparator.comparing(classes::get));
        return new ModelPerception(
                model.model(),
                dice(model.model(), Evaluated::imageDice),
                dice(model.model(), pair -> Optional.of(pair.baselineDice())),
                classes,
                most,
                ShareOfCases.of(
                        most.map(classes::get).orElse(0), model.perceptions().size()),
                heterogeneity(model));
    }

    private Estimate dice(String model, Function<Evaluated, Optional<Double>> dice) {
        return new CaseSums(pairs.cases(), List.of(model))
                .of((id, name) -> pairs.pair(id, name).flatMap(dice))
                .mean(bootstrap);
    }

    private Heterogeneity heterogeneity(PerceivedCases model) {
        List<Perception> perceptions = model.perceptions();
        List<CaseProfile> profiles = model.profiles();
        List<double[]> features = model.features().stream().map(scales::varying).toList();
        RaoEntropy rao = new RaoEntropy(scales.scales());
        return new Heterogeneity(
                bootstrap.of(
                        profiles.size(),
                        cases ->
                                ProfileDivergence.within(drawn(profiles, cases)).orElse(Double.NaN)),
                perceptions.size() - profiles.size(),
                bootstrap.of(
                        perceptions.size(),
                        cases -> ClassEntropy.of(counts(drawn(perceptions, cases)))
                                .orElse(Double.NaN)),
                bootstrap.of(
                        features.size(), cases -> rao.of(drawn(features, cases)).orElse(Double.NaN)));
    }

    private Estimate fleet(Function<ProfileDivergence, Double> part) {
        return bootstrap.of(
                pairs.cases().size(),
                cases -> ProfileDivergence.of(models.stream()
                                .map(model -> model.profiles(cases))
                                .toList())
                        .map(part)
                        .orElse(Double.NaN));
    }

    private static <T> List<T> drawn(List<T> all, int[] cases) {
        return Arrays.stream(cases).mapToObj(all::get).toList();
    }

    private static int[] counts(List<Perception> perceptions) {
        int[] counts = new int[PerceptualStrategy.values().length];
        perceptions.forEach(one -> counts[one.strategy().ordinal()]++);
        return counts;
    }
}
