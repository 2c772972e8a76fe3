package io.limen.aggregator.domain.statistics;

import io.limen.aggregator.domain.strategy.PerceptualStrategy;
import io.limen.aggregator.domain.strategy.Profile;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Running statistics of the explanations of one site and reference mode. Immutable; adding one explanation costs
 * O(features).
 *
 * @param explanations how many
 * @param features moments per feature, over the explanations in which it was defined
 * @param classCounts explanations per class of strategy; a class never seen is absent
 * @param profileSum sum of the profiles; divided by the explanations it is the mean profile
 * @param network of the network's components, over the explanations that asked for them
 */
public record GroupStatistics(
        long explanations,
        SortedMap<String, RunningMoments> features,
        Map<PerceptualStrategy, Long> classCounts,
        Profile profileSum,
        NetworkStatistics network) {

    /** Of no explanations. */
    public static final GroupStatistics EMPTY =
            new GroupStatistics(0, new TreeMap<>(), Map.of(), Profile.ZERO, NetworkStatistics.EMPTY);

    public GroupStatistics {
        features = Collections.unmodifiableSortedMap(new TreeMap<>(features));
        Map<PerceptualStrategy, Long> counts = new EnumMap<>(PerceptualStrategy.class);
        counts.putAll(classCounts);
        classCounts = Collections.unmodifiableMap(counts);
        long classified = counts.values().stream().mapToLong(Long::longValue).sum();
        if (explanations < 0 || classified != explanations) {
            throw new IllegalArgumentException(
                    "GroupStatistics: explanations " + explanations + ", classified " + classified);
        }
    }

    /**
     * These and one more.
     *
     * @param room how many components of the network, times kinds, may be new
     */
    public GroupStatistics add(Explanation explanation, int room) {
        SortedMap<String, RunningMoments> moments = new TreeMap<>();
        explanation.features().forEach((name, value) -> moments.put(name, RunningMoments.EMPTY.add(value)));
        GroupStatistics one = new GroupStatistics(
                1, moments, Map.of(explanation.strategy(), 1L), explanation.profile(), NetworkStatistics.EMPTY);
        GroupStatistics both = merge(one);
        return new GroupStatistics(
                both.explanations,
                both.features,
                both.classCounts,
                both.profileSum,
                network.add(explanation.components(), room));
    }

    /** These and the other ones, as if all had been added to one. */
    public GroupStatistics merge(GroupStatistics other) {
        SortedMap<String, RunningMoments> moments = new TreeMap<>(features);
        other.features.forEach((name, more) -> moments.merge(name, more, RunningMoments::merge));
        Map<PerceptualStrategy, Long> counts = new EnumMap<>(PerceptualStrategy.class);
        counts.putAll(classCounts);
        other.classCounts.forEach((strategy, count) -> counts.merge(strategy, count, Long::sum));
        return new GroupStatistics(
                explanations + other.explanations,
                moments,
                counts,
                profileSum.plus(other.profileSum),
                network.merge(other.network));
    }
}
