package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.domain.heterogeneity.Heterogeneity;
import io.limen.aggregator.domain.statistics.FeatureStatistics;
import io.limen.aggregator.domain.statistics.GroupKey;
import io.limen.aggregator.domain.statistics.PerceptionStatistics;
import io.limen.aggregator.domain.statistics.QuantileSketch;
import io.limen.aggregator.domain.statistics.RunningMoments;
import io.limen.aggregator.domain.strategy.PerceptualStrategy;
import io.limen.aggregator.domain.window.Pane;
import io.limen.schemas.GroupStatistics;
import io.limen.schemas.WindowStatistics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Statistics from the domain to the records on topics; nothing is rounded. */
final class StatisticsMapper {

    private StatisticsMapper() {}

    static GroupStatistics toRecord(GroupKey key, KeptGroup group, List<WindowStatistics> windows) {
        var statistics = group.statistics();
        PerceptionStatistics perception = statistics.perception();
        return GroupStatistics.newBuilder()
                .setSite(key.site())
                .setReferenceMode(io.limen.schemas.ReferenceMode.valueOf(
                        key.referenceMode().name()))
                .setExplanations(perception.explanations())
                .setExplained(perception.sample().explained())
                .setEffectiveExplanations(perception.effectiveSize())
                .setFeatures(features(perception.features(), statistics.sketches()))
                .setClassCounts(byName(perception.classCounts()))
                .setProfileSum(List.copyOf(statistics.profileSum().cells()))
                .setHeterogeneity(perception
                        .heterogeneity()
                        .map(StatisticsMapper::toRecord)
                        .orElse(null))
                .setWindows(windows)
                .setLateExplanations(group.position().late())
                .setAheadExplanations(group.position().ahead())
                .setComponents(ComponentsMapper.toRecords(statistics.network()))
                .setComponentEffectsLeftOut(statistics.network().leftOut())
                .setComponentsUnavailable(statistics.network().unavailable())
                .setComponentsUnavailableReason(statistics.network().reason().orElse(null))
                .build();
    }

    static WindowStatistics toRecord(String name, Instant from, Pane window) {
        PerceptionStatistics perception = window.perception();
        return WindowStatistics.newBuilder()
                .setWindow(name)
                .setExplanations(perception.explanations())
                .setExplained(perception.sample().explained())
                .setEffectiveExplanations(perception.effectiveSize())
                .setFrom(from)
                .setTo(window.newest())
                .setFeatures(features(perception.features(), new TreeMap<>()))
                .setClassCounts(byName(perception.classCounts()))
                .setHeterogeneity(perception
                        .heterogeneity()
                        .map(StatisticsMapper::toRecord)
                        .orElse(null))
                .build();
    }

    static io.limen.schemas.FeatureStatistics toRecord(RunningMoments moments) {
        return io.limen.schemas.FeatureStatistics.newBuilder()
                .setCount(moments.count())
                .setMean(moments.mean())
                .setM2(moments.m2())
                .setMin(moments.min())
                .setMax(moments.max())
                .setVariance(orNull(moments.variance()))
                .build();
    }

    static RunningMoments moments(io.limen.schemas.FeatureStatistics feature) {
        return new RunningMoments(
                feature.getCount(), feature.getMean(), feature.getM2(), feature.getMin(), feature.getMax());
    }

    static Map<String, Long> byName(Map<PerceptualStrategy, Long> classCounts) {
        Map<String, Long> counts = new TreeMap<>();
        classCounts.forEach((strategy, count) -> counts.put(strategy.name(), count));
        return counts;
    }

    private static Map<String, io.limen.schemas.FeatureStatistics> features(
            SortedMap<String, FeatureStatistics> features, SortedMap<String, QuantileSketch> sketches) {
        Map<String, io.limen.schemas.FeatureStatistics> records = new TreeMap<>();
        features.forEach((name, statistics) -> {
            var record = toRecord(statistics.moments());
            if (statistics.noise().count() > 0) {
                record.setNoiseVariance(statistics.noise().mean());
            }
            Map<String, Double> quantiles = new TreeMap<>();
            if (sketches.containsKey(name)) {
                sketches.get(name)
                        .quantiles()
                        .forEach((probability, value) -> quantiles.put(String.valueOf(probability), value));
            }
            record.setQuantiles(quantiles);
            records.put(name, record);
        });
        return records;
    }

    private static io.limen.schemas.Heterogeneity toRecord(Heterogeneity heterogeneity) {
        return io.limen.schemas.Heterogeneity.newBuilder()
                .setProfiles(heterogeneity.profiles())
                .setProfileDivergence(orNull(heterogeneity.profileDivergence()))
                .setProfileDivergenceCorrected(orNull(heterogeneity.profileDivergenceCorrected()))
                .setClassEntropy(orNull(heterogeneity.classEntropy()))
                .setRaoQuadraticEntropy(orNull(heterogeneity.raoQuadraticEntropy()))
                .setRaoQuadraticEntropyCorrected(orNull(heterogeneity.raoQuadraticEntropyCorrected()))
                .build();
    }

    static Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
