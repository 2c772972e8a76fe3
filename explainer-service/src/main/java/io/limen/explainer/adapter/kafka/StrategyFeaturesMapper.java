package io.limen.explainer.adapter.kafka;

import io.limen.explainer.domain.strategy.StrategyFeatures.Shape;
import io.limen.explainer.domain.strategy.StrategyFeatures.Tested;
import io.limen.schemas.PerceptualStrategy;
import io.limen.schemas.StrategyFeatures;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Features of a strategy to their record. */
final class StrategyFeaturesMapper {

    private StrategyFeaturesMapper() {}

    static StrategyFeatures map(io.limen.explainer.domain.strategy.StrategyFeatures features) {
        StrategyFeatures.Builder target = StrategyFeatures.newBuilder()
                .setSupportingShare(features.supportingShare())
                .setHinderingShare(features.hinderingShare())
                .setIrrelevantShare(features.irrelevantShare())
                .setProfile(Arrays.stream(features.profile()).boxed().toList())
                .setStandardErrors(features.noise().standardErrors())
                .setProfileNoise(features.noise().profileNoise().orElse(null));
        features.shape().ifPresent(shape -> putShape(shape, target));
        putClass(features.classification(), target);
        return target.build();
    }

    private static void putShape(Shape shape, StrategyFeatures.Builder target) {
        target.setLocality(shape.locality())
                .setEnrichment(shape.enrichment().orElse(null))
                .setCausalRadius(shape.causalRadius())
                .setEntropy(shape.entropy())
                .setParticipation(shape.participation())
                .setGini(shape.gini())
                .setSignBalance(shape.signBalance().orElse(null))
                .setAxisEnrichment(shape.axis().map(Tested::value).orElse(null))
                .setAxisPValue(shape.axis().map(Tested::pValue).orElse(null))
                .setScanAsymmetry(shape.scan().map(Tested::value).orElse(null))
                .setScanPValue(shape.scan().map(Tested::pValue).orElse(null));
    }

    private static void putClass(
            io.limen.explainer.domain.strategy.StrategyFeatures.Classification classification,
            StrategyFeatures.Builder target) {
        Map<String, Double> probabilities = new TreeMap<>();
        classification.probabilities().forEach((strategy, value) -> probabilities.put(strategy.name(), value));
        target.setStrategy(PerceptualStrategy.valueOf(classification.strategy().name()))
                .setClassProbabilities(probabilities)
                .setClassifierVersion(classification.version());
    }
}
