package io.limen.aggregator.domain.statistics;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Running statistics of one version of a model: its groups, never mixed.
 *
 * @param duplicatesDropped explanations that came again and were not counted
 * @param updatedAt event time of the newest explanation counted; the epoch when there is none
 * @param groups statistics per site and reference mode, at most {@value #MAX_GROUPS}
 */
public record ModelStatistics(long duplicatesDropped, Instant updatedAt, SortedMap<GroupKey, GroupStatistics> groups) {

    /** Keeps the record, some 2 KiB per group, well below Kafka's message limit of 1 MiB. */
    public static final int MAX_GROUPS = 200;

    /** Components times kinds in all groups together, some 100 bytes each: with {@link #MAX_GROUPS} still below that limit. */
    public static final int MAX_COMPONENTS = 2048;

    /** Of no explanations. */
    public static final ModelStatistics EMPTY = new ModelStatistics(0, Instant.EPOCH, new TreeMap<>());

    public ModelStatistics {
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
        if (duplicatesDropped < 0 || groups.size() > MAX_GROUPS) {
            throw new IllegalArgumentException(
                    "ModelStatistics: duplicatesDropped " + duplicatesDropped + ", groups " + groups.size());
        }
    }

    /** Explanations counted, all groups. */
    public long explanations() {
        return groups.values().stream().mapToLong(GroupStatistics::explanations).sum();
    }

    /** Whether an explanation of the group can still be counted: the group is known, or there is room for one more. */
    public boolean hasRoomFor(GroupKey group) {
        return groups.containsKey(group) || groups.size() < MAX_GROUPS;
    }

    /** These and one more. */
    public ModelStatistics add(Explanation explanation) {
        SortedMap<GroupKey, GroupStatistics> updated = new TreeMap<>(groups);
        updated.put(
                explanation.group(),
                groups.getOrDefault(explanation.group(), GroupStatistics.EMPTY).add(explanation, roomForComponents()));
        Instant newest = explanation.segmentedAt().isAfter(updatedAt) ? explanation.segmentedAt() : updatedAt;
        return new ModelStatistics(duplicatesDropped, newest, updated);
    }

    /** How many components, times kinds, may still be new. */
    private int roomForComponents() {
        int known = groups.values().stream()
                .mapToInt(group -> group.network().components().size())
                .sum();
        return Math.max(0, MAX_COMPONENTS - known);
    }

    /** These, with one more explanation that came again and was not counted. */
    public ModelStatistics dropDuplicate() {
        return new ModelStatistics(duplicatesDropped + 1, updatedAt, groups);
    }
}
