package io.limen.aggregator.domain.drift;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What the features of a watch have won together: the average of their Shiryaev-Roberts sums by weight. An alarm at value c comes
 * after c studies or more on average while nothing changes and features are independent (Shin, Ramdas and Rinaldo 2023); with
 * features that depend on each other simulation says so.
 */
final class Evaluation {

    /** Negative logarithm of the chance at which a source is said to have moved. */
    private static final double SURPRISE = Math.log(20);

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

    /**
     * What has moved: the source whose features have won most for their weight, the likeliest, and every other that chance would
     * let win as much once in twenty. While nothing changes, the run of a bet passes b with a probability of exp(-b) at most at
     * any study (Kingman 1970); bets and features share the twentieth by their stakes. That bounds what is named beside the
     * likeliest, not the likeliest itself, which chance can make another than the one that moved.
     */
    Set<DriftSource> moved() {
        Map<DriftSource, Double> worth = new EnumMap<>(DriftSource.class);
        Set<DriftSource> moved = EnumSet.noneOf(DriftSource.class);
        for (DriftSource source : DriftSource.values()) {
            Collection<FeatureWatch> own = of(source);
            double weight = own.stream().mapToDouble(FeatureWatch::weight).sum();
            if (weight > 0) {
                worth.put(source, own.stream().mapToDouble(Evaluation::weighted).sum() / weight);
                if (own.stream().anyMatch(watch -> Math.log(watch.weight() / weight) + watch.surprise() >= SURPRISE)) {
                    moved.add(source);
                }
            }
        }
        worth.entrySet().stream().max(Map.Entry.comparingByValue()).ifPresent(most -> moved.add(most.getKey()));
        return moved;
    }

    private Collection<FeatureWatch> of(DriftSource source) {
        return features.entrySet().stream()
                .filter(watched -> watched.getKey().source() == source)
                .map(Map.Entry::getValue)
                .toList();
    }

    private static double weighted(FeatureWatch watch) {
        return watch.weight() * watch.value();
    }
}
