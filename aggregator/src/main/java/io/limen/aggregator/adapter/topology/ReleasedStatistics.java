package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.domain.heterogeneity.ProfileSums;
import io.limen.aggregator.domain.statistics.FeatureStatistics;
import io.limen.aggregator.domain.statistics.GroupKey;
import io.limen.aggregator.domain.statistics.GroupStatistics;
import io.limen.aggregator.domain.statistics.ModelOverview;
import io.limen.aggregator.domain.statistics.NoiseVariance;
import io.limen.aggregator.domain.statistics.PerceptionStatistics;
import io.limen.aggregator.domain.statistics.Sample;
import io.limen.aggregator.domain.strategy.Profile;
import io.limen.aggregator.domain.strategy.ReferenceMode;
import io.limen.aggregator.domain.window.WindowPosition;
import io.limen.schemas.ModelStatistics;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What earlier versions kept: the public record of a model's statistics, all groups in one. Nothing in it is lost; what it
 * does not have (entropies of profiles, quantiles, windows) begins with the next explanation.
 */
final class ReleasedStatistics {

    private ReleasedStatistics() {}

    static SortedMap<GroupKey, KeptGroup> groups(ModelStatistics record) {
        SortedMap<GroupKey, KeptGroup> groups = new TreeMap<>();
        for (io.limen.schemas.GroupStatistics group : record.getGroups()) {
            GroupKey key = new GroupKey(
                    group.getSite(),
                    ReferenceMode.valueOf(group.getReferenceMode().name()));
            groups.put(key, group(group));
        }
        return groups;
    }

    static ModelOverview overview(ModelStatistics record) {
        ModelOverview overview =
                new ModelOverview(record.getDuplicatesDropped(), record.getUpdatedAt(), new TreeMap<>());
        for (var group : groups(record).entrySet()) {
            overview = overview.with(group.getKey(), group.getValue().statistics());
        }
        return overview;
    }

    private static KeptGroup group(io.limen.schemas.GroupStatistics group) {
        SortedMap<String, FeatureStatistics> features = new TreeMap<>();
        group.getFeatures()
                .forEach((name, feature) -> features.put(
                        name, new FeatureStatistics(StatisticsMapper.moments(feature), NoiseVariance.EMPTY)));
        return new KeptGroup(
                new GroupStatistics(
                        new PerceptionStatistics(
                                group.getExplanations(),
                                features,
                                StateMapper.classCounts(group.getClassCounts()),
                                ProfileSums.EMPTY,
                                Sample.ofAll(group.getExplanations())),
                        new Profile(group.getProfileSum()),
                        new TreeMap<>(),
                        ComponentsMapper.fromRecord(group)),
                new WindowPosition(group.getExplanations(), Optional.empty(), 0, 0));
    }
}
