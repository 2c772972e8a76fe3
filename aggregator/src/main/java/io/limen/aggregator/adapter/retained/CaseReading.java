package io.limen.aggregator.adapter.retained;

import io.limen.aggregator.domain.report.ReportedCase;
import io.limen.aggregator.domain.statistics.GroupKey;
import io.limen.aggregator.domain.strategy.Feature;
import io.limen.aggregator.domain.strategy.PerceptualStrategy;
import io.limen.aggregator.domain.strategy.Profile;
import io.limen.aggregator.domain.strategy.ReferenceMode;
import io.limen.schemas.Attribution;
import io.limen.schemas.StrategyFeatures;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** From an attribution to what a report takes of it. */
final class CaseReading {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_ID = 1_000;

    private CaseReading() {}

    /** @throws IllegalArgumentException when it says what can't be */
    static ReportedCase of(Attribution attribution) {
        StrategyFeatures strategy = attribution.getStrategy();
        String model = attribution.getModel() + "@" + attribution.getModelVersion();
        boolean endless = attribution.getCaseId().length() > LONGEST_ID
                || attribution.getStudyId() != null && attribution.getStudyId().length() > LONGEST_ID;
        if (endless
                || model.length() > LONGEST_NAME
                || !SHA_256.matcher(attribution.getExplanationId()).matches()) {
            throw new IllegalArgumentException("no name of a model, a case or a study, or no id of an explanation");
        }
        return new ReportedCase(
                attribution.getExplanationId(),
                model,
                new GroupKey(
                        attribution.getSite(),
                        ReferenceMode.valueOf(attribution.getReferenceMode().name())),
                attribution.getCaseId(),
                Optional.ofNullable(attribution.getStudyId()).filter(study -> !study.isEmpty()),
                attribution.getSegmentedAt(),
                features(attribution),
                PerceptualStrategy.valueOf(strategy.getStrategy().name()),
                new Profile(strategy.getProfile()),
                new ReportedCase.Origin(digest(attribution.getModelSha256()), digest(attribution.getBankSha256())),
                attribution.getInclusionProbability() >= 1);
    }

    private static String digest(String text) {
        if (!SHA_256.matcher(text).matches()) {
            throw new IllegalArgumentException("no SHA-256");
        }
        return text;
    }

    private static Map<Feature, Double> features(Attribution attribution) {
        Map<Feature, Double> features = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) {
            Object value = switch (feature.source()) {
                case MAP -> attribution.getStrategy().get(feature.fieldName());
                case BASELINE -> attribution.getBaselineDice();
                case INPUT -> attribution.getInputTraits().get(feature.fieldName());
                case OUTPUT -> attribution.getOutputTraits().get(feature.fieldName());
            };
            if (value instanceof Double number) {
                features.put(feature, number);
            }
        }
        return features;
    }
}
