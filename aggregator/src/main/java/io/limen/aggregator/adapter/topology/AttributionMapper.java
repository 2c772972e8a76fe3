package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.domain.statistics.ExplainedCase;
import io.limen.aggregator.domain.statistics.Explanation;
import io.limen.aggregator.domain.statistics.GroupKey;
import io.limen.aggregator.domain.statistics.MonteCarloNoise;
import io.limen.aggregator.domain.strategy.Feature;
import io.limen.aggregator.domain.strategy.PerceptualStrategy;
import io.limen.aggregator.domain.strategy.Profile;
import io.limen.aggregator.domain.strategy.ReferenceMode;
import io.limen.schemas.Attribution;
import io.limen.schemas.ModelKey;
import io.limen.schemas.StrategyFeatures;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Takes from an attribution what the statistics need, and says what is wrong with one that can't be counted. */
final class AttributionMapper {

    /** Names, not texts: they are in every key. */
    private static final int LONGEST_MODEL = 300;

    private AttributionMapper() {}

    /**
     * Reads the record.
     *
     * @param key the record's key, which must be the record's own model@version; may be null
     * @param attribution the record's value; may be null
     */
    static Reading read(String key, Attribution attribution) {
        if (attribution == null) {
            return new Reading.Rejected("no value");
        }
        try {
            ModelKey model = new ModelKey(attribution.getModel(), attribution.getModelVersion());
            if (model.toString().length() > LONGEST_MODEL) {
                return new Reading.Rejected("model and modelVersion have more than " + LONGEST_MODEL + " characters");
            }
            if (!model.toString().equals(key)) {
                return new Reading.Rejected("the key is not the record's model@version");
            }
        } catch (IllegalArgumentException noModel) {
            return new Reading.Rejected("model or modelVersion is empty, or model holds an @");
        }
        try {
            return new Reading.Readable(explanation(attribution));
        } catch (IllegalArgumentException outOfRange) {
            return new Reading.Rejected(LogLine.of(outOfRange.getMessage()));
        }
    }

    private static Explanation explanation(Attribution attribution) {
        StrategyFeatures strategy = attribution.getStrategy();
        return new Explanation(
                attribution.getExplanationId(),
                new ExplainedCase(
                        attribution.getCaseId(),
                        Optional.ofNullable(attribution.getStudyId()).filter(study -> !study.isEmpty()),
                        attribution.getSegmentedAt()),
                new GroupKey(
                        attribution.getSite(),
                        ReferenceMode.valueOf(attribution.getReferenceMode().name())),
                features(attribution),
                PerceptualStrategy.valueOf(strategy.getStrategy().name()),
                new Profile(strategy.getProfile()),
                noise(strategy),
                ComponentsMapper.findings(attribution),
                attribution.getInclusionProbability());
    }

    /** The features that are known here by name; what else a record names is left out. */
    private static Map<String, Double> features(Attribution attribution) {
        Map<String, Double> features = new TreeMap<>();
        for (Feature feature : Feature.values()) {
            Object value = switch (feature.source()) {
                case MAP -> attribution.getStrategy().get(feature.fieldName());
                case BASELINE -> attribution.getBaselineDice();
                case INPUT -> attribution.getInputTraits().get(feature.fieldName());
                case OUTPUT -> attribution.getOutputTraits().get(feature.fieldName());
            };
            if (value instanceof Double number) {
                features.put(feature.fieldName(), number);
            }
        }
        return features;
    }

    private static MonteCarloNoise noise(StrategyFeatures strategy) {
        Map<String, Double> errors = new TreeMap<>();
        for (Feature feature : Feature.values()) {
            Double error = strategy.getStandardErrors().get(feature.fieldName());
            if (error != null) {
                errors.put(feature.fieldName(), error);
            }
        }
        Double divergence = strategy.getProfileNoise();
        return new MonteCarloNoise(errors, divergence == null ? OptionalDouble.empty() : OptionalDouble.of(divergence));
    }
}
