package io.limen.aggregator.domain.drift;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The studies that a watch begins with.
 *
 * @param studies at least one
 * @param promise studies between false alarms
 */
record FirstReference(List<Study> studies, double promise) {

    /** A feature is watched when at least this share of the reference defines it. */
    private static final double DEFINED_SHARE = 0.5;

    FirstReference {
        studies = List.copyOf(studies);
    }

    /** The watch per feature; the weights of features that are not defined often enough go to the others. */
    Map<MonitoredFeature, FeatureWatch> features() {
        Map<MonitoredFeature, float[]> values = new EnumMap<>(MonitoredFeature.class);
        double weight = 0;
        for (MonitoredFeature feature : MonitoredFeature.values()) {
            float[] defined = values(feature);
            if (defined.length > 0 && defined.length >= DEFINED_SHARE * studies.size()) {
                values.put(feature, defined);
                weight += feature.weight();
            }
        }
        Map<MonitoredFeature, FeatureWatch> features = new EnumMap<>(MonitoredFeature.class);
        for (Map.Entry<MonitoredFeature, float[]> entry : values.entrySet()) {
            features.put(
                    entry.getKey(),
                    FeatureWatch.begin(entry.getKey().weight() / weight, entry.getValue(), Evidence.begin(promise)));
        }
        return features;
    }

    private float[] values(MonitoredFeature feature) {
        List<Float> defined = new ArrayList<>();
        for (Study study : studies) {
            Double value = study.values().get(feature);
            if (value != null) {
                defined.add(value.floatValue());
            }
        }
        float[] values = new float[defined.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = defined.get(i);
        }
        return values;
    }
}
