package io.limen.aggregator.domain.drift;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What the features of a watch have won together: the average of their Shiryaev-Roberts sums by weight. An average of
 * e-detectors is one again (Shin, Ramdas and Rinaldo 2023), so an alarm at value c comes after c studies or more on average
 * while nothing changes, whatever the features have to do with each other.
 */
final class Evaluation {

    private final Map<MonitoredFeature, FeatureWatch> features;

    Evaluation(Map<MonitoredFeature, FeatureWatch> features) {
        this.features = features;
    }

    /** The statistic, 0 or more. */
    double statistic() {
        return features.values().stream().mapToDouble(Evaluation::weighted).sum();
    }

    /** Share of the statistic per feature, summing to 1; empty while the statistic is 0. */
    Map<MonitoredFeature, Double> shares() {
        double statistic = statistic();
        Map<MonitoredFeature, Double> shares = new EnumMap<>(MonitoredFeature.class);
        if (statistic > 0) {
            features.forEach((feature, watch) -> shares.put(feature, weighted(watch) / statistic));
        }
        return Collections.unmodifiableMap(shares);
    }

    /** The sources whose own features, taken for themselves, reach the line. */
    Set<DriftSource> moved(double line) {
        Set<DriftSource> moved = EnumSet.noneOf(DriftSource.class);
        for (DriftSource source : DriftSource.values()) {
            double won = 0;
            double weight = 0;
            for (Map.Entry<MonitoredFeature, FeatureWatch> watched : features.entrySet()) {
                if (watched.getKey().source() == source) {
                    won += weighted(watched.getValue());
                    weight += watched.getValue().weight();
                }
            }
            if (weight > 0 && won / weight >= line) {
                moved.add(source);
            }
        }
        return moved;
    }

    private static double weighted(FeatureWatch watch) {
        return watch.weight() * watch.value();
    }
}
