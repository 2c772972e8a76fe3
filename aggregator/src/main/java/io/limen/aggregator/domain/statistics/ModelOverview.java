package io.limen.aggregator.domain.statistics;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of one version of a model as a whole: which groups it has; their statistics are kept each by itself.
 *
 * @param duplicatesDropped explanations that came again and were not counted
 * @param updatedAt event time of the newest explanation counted; the epoch when there is none
 * @param components per group, of the network, times kinds
 */
public record ModelOverview(long duplicatesDropped, Instant updatedAt, SortedMap<GroupKey, Integer> components) {

    /**
     * New groups beyond it are turned away: at most 11 KiB each with their windows, they stay with {@link
     * #MAX_COMPONENTS} below Kafka's message limit of 1 MiB, which a test measures.
     */
    public static final int MAX_GROUPS = 40;

    /** Components times kinds in all groups together, at most some 270 bytes each. */
    public static final int MAX_COMPONENTS = 2048;

    /** Of no explanations. */
    public static final ModelOverview EMPTY = new ModelOverview(0, Instant.EPOCH, new TreeMap<>());

    public ModelOverview {
        components = Collections.unmodifiableSortedMap(new TreeMap<>(components));
        if (duplicatesDropped < 0) {
            throw new IllegalArgumentException("ModelOverview: duplicatesDropped " + duplicatesDropped);
        }
    }

    /** Whether an explanation of the group can still be counted: the group is known, or there is room for one more. */
    public boolean hasRoomFor(GroupKey group) {
        return components.containsKey(group) || components.size() < MAX_GROUPS;
    }

    /** How many components, times kinds, may still be new. */
    public int roomForComponents() {
        int known = components.values().stream().mapToInt(Integer::intValue).sum();
        return Math.max(0, MAX_COMPONENTS - known);
    }

    /** The overview after the group has these statistics. */
    public ModelOverview with(GroupKey group, GroupStatistics statistics) {
        SortedMap<GroupKey, Integer> updated = new TreeMap<>(components);
        updated.put(group, statistics.network().components().size());
        return new ModelOverview(duplicatesDropped, updatedAt, updated);
    }

    /** The overview after an explanation with this event time was counted. */
    public ModelOverview at(Instant eventTime) {
        return eventTime.isAfter(updatedAt) ? new ModelOverview(duplicatesDropped, eventTime, components) : this;
    }

    /** The overview after one more explanation came again and was not counted. */
    public ModelOverview dropDuplicate() {
        return new ModelOverview(duplicatesDropped + 1, updatedAt, components);
    }
}
