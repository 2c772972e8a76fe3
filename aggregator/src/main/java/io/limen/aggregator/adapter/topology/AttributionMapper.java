package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.domain.statistics.Explanation;
import io.limen.aggregator.domain.statistics.GroupKey;
import io.limen.aggregator.domain.strategy.PerceptualStrategy;
import io.limen.aggregator.domain.strategy.Profile;
import io.limen.aggregator.domain.strategy.ReferenceMode;
import io.limen.schemas.Attribution;
import io.limen.schemas.ModelKey;
import io.limen.schemas.StrategyFeatures;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** Takes from an attribution what the statistics need, and says what is wrong with one that can't be counted. */
final class AttributionMapper {

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
                attribution.getCaseId(),
                new GroupKey(
                        attribution.getSite(),
                        ReferenceMode.valueOf(attribution.getReferenceMode().name())),
                features(attribution),
                PerceptualStrategy.valueOf(strategy.getStrategy().name()),
                new Profile(strategy.getProfile()),
                ComponentsMapper.findings(attribution),
                attribution.getSegmentedAt());
    }

    /** Every field of the strategy that is a number, by its name in the schema, and the baseline. */
    private static Map<String, Double> features(Attribution attribution) {
        Map<String, Double> features = new TreeMap<>();
        for (Schema.Field field : StrategyFeatures.getClassSchema().getFields()) {
            if (attribution.getStrategy().get(field.pos()) instanceof Double value) {
                features.put(field.name(), value);
            }
        }
        features.put("baselineDice", attribution.getBaselineDice());
        return features;
    }
}
