package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.domain.statistics.GroupKey;
import io.limen.aggregator.domain.statistics.GroupStatistics;
import io.limen.aggregator.domain.statistics.ModelStatistics;
import io.limen.aggregator.domain.statistics.RunningMoments;
import io.limen.aggregator.domain.strategy.PerceptualStrategy;
import io.limen.aggregator.domain.strategy.Profile;
import io.limen.aggregator.domain.strategy.ReferenceMode;
import io.limen.schemas.FeatureStatistics;
import io.limen.schemas.ModelKey;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Statistics between the domain and the record of the schema, which is also what the store keeps; nothing is rounded. */
final class StatisticsMapper {

    private StatisticsMapper() {}

    /** The record of the model's statistics. */
    static io.limen.schemas.ModelStatistics toRecord(ModelKey key, ModelStatistics statistics) {
        return io.limen.schemas.ModelStatistics.newBuilder()
                .setModel(key.model())
                .setModelVersion(key.version())
                .setExplanations(statistics.explanations())
                .setDuplicatesDropped(statistics.duplicatesDropped())
                .setUpdatedAt(statistics.updatedAt())
                .setGroups(statistics.groups().entrySet().stream()
                        .map(group -> toRecord(group.getKey(), group.getValue()))
                        .toList())
                .build();
    }

    /** The statistics that the record holds. */
    static ModelStatistics fromRecord(io.limen.schemas.ModelStatistics record) {
        SortedMap<GroupKey, GroupStatistics> groups = new TreeMap<>();
        for (io.limen.schemas.GroupStatistics group : record.getGroups()) {
            groups.put(
                    new GroupKey(
                            group.getSite(),
                            ReferenceMode.valueOf(group.getReferenceMode().name())),
                    fromRecord(group));
        }
        return new ModelStatistics(record.getDuplicatesDropped(), record.getUpdatedAt(), groups);
    }

    private static io.limen.schemas.GroupStatistics toRecord(GroupKey key, GroupStatistics statistics) {
        Map<String, FeatureStatistics> features = new TreeMap<>();
        statistics.features().forEach((name, moments) -> features.put(name, toRecord(moments)));
        Map<String, Long> classCounts = new TreeMap<>();
        statistics.classCounts().forEach((strategy, count) -> classCounts.put(strategy.name(), count));
        return io.limen.schemas.GroupStatistics.newBuilder()
                .setSite(key.site())
                .setReferenceMode(io.limen.schemas.ReferenceMode.valueOf(
                        key.referenceMode().name()))
                .setExplanations(statistics.explanations())
                .setFeatures(features)
                .setClassCounts(classCounts)
                .setProfileSum(List.copyOf(statistics.profileSum().cells()))
                .setComponents(ComponentsMapper.toRecords(statistics.network()))
                .setComponentEffectsLeftOut(statistics.network().leftOut())
                .setComponentsUnavailable(statistics.network().unavailable())
                .setComponentsUnavailableReason(statistics.network().reason().orElse(null))
                .build();
    }

    static FeatureStatistics toRecord(RunningMoments moments) {
        var variance = moments.variance();
        return FeatureStatistics.newBuilder()
                .setCount(moments.count())
                .setMean(moments.mean())
                .setM2(moments.m2())
                .setMin(moments.min())
                .setMax(moments.max())
                .setVariance(variance.isPresent() ? variance.getAsDouble() : null)
                .build();
    }

    private static GroupStatistics fromRecord(io.limen.schemas.GroupStatistics group) {
        SortedMap<String, RunningMoments> features = new TreeMap<>();
        group.getFeatures().forEach((name, feature) -> features.put(name, moments(feature)));
        Map<PerceptualStrategy, Long> classCounts = new TreeMap<>();
        group.getClassCounts().forEach((name, count) -> classCounts.put(PerceptualStrategy.valueOf(name), count));
        return new GroupStatistics(
                group.getExplanations(),
                features,
                classCounts,
                new Profile(group.getProfileSum()),
                ComponentsMapper.fromRecord(group));
    }

    static RunningMoments moments(FeatureStatistics feature) {
        return new RunningMoments(
                feature.getCount(), feature.getMean(), feature.getM2(), feature.getMin(), feature.getMax());
    }
}
