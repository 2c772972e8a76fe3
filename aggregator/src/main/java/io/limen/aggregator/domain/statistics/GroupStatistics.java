package io.limen.aggregator.domain.statistics;

import io.limen.aggregator.domain.strategy.Feature;
import io.limen.aggregator.domain.strategy.Profile;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Running statistics of the explanations of one site and reference mode, since the stream began. Immutable.
 *
 * @param perception how the cases were perceived
 * @param profileSum sum of all profiles; the sums in the perception may have begun later, with a version that keeps entropies
 * @param sketches quantiles per {@link Feature#fieldName}; may have begun later as well
 * @param network of the network's components, over the explanations that asked for them
 */
public record GroupStatistics(
        PerceptionStatistics perception,
        Profile profileSum,
        SortedMap<String, QuantileSketch> sketches,
        NetworkStatistics network) {

    /** Of no explanations. */
    public static final GroupStatistics EMPTY =
            new GroupStatistics(PerceptionStatistics.EMPTY, Profile.ZERO, new TreeMap<>(), NetworkStatistics.EMPTY);

    public GroupStatistics {
        sketches = Collections.unmodifiableSortedMap(new TreeMap<>(sketches));
    }

    /** Cases that the explanations of the group stand for. */
    public long explanations() {
        return perception.explanations();
    }

    /**
     * These and one more.
     *
     * @param room how many components of the network, times kinds, may be new
     */
    public GroupStatistics add(Explanation explanation, int room) {
        long cases = explanation.cases();
        SortedMap<String, QuantileSketch> more = new TreeMap<>(sketches);
        explanation
                .features()
                .forEach((name, value) -> Feature.named(name)
                        .ifPresent(feature -> more.put(
                                name,
                                sketches.getOrDefault(name, QuantileSketch.empty(feature.scale()))
                                        .add(value, cases))));
        return new GroupStatistics(
                perception.merge(PerceptionStatistics.of(explanation)),
                profileSum.plus(explanation.profile().times(cases)),
                more,
                network.add(explanation.components(), cases, room));
    }

    /** These and the other, later ones, as if all had been added to one. */
    public GroupStatistics merge(GroupStatistics later) {
        SortedMap<String, QuantileSketch> merged = new TreeMap<>(sketches);
        later.sketches.forEach((name, more) -> merged.merge(name, more, QuantileSketch::merge));
        return new GroupStatistics(
                perception.merge(later.perception),
                profileSum.plus(later.profileSum),
                merged,
                network.merge(later.network));
    }
}
