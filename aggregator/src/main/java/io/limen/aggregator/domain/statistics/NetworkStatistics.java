package io.limen.aggregator.domain.statistics;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Running statistics of a network's components. Immutable; adding one explanation costs O(components).
 *
 * @param components statistics per component and kind of intervention
 * @param leftOut effects that were not counted, for want of room or for a name that is too long
 * @param unavailable explanations that say why they have no components: the model does not show them, or they could not be measured
 * @param reason why, as the newest of them said
 */
public record NetworkStatistics(
        SortedMap<ComponentKey, ComponentStatistics> components,
        long leftOut,
        long unavailable,
        Optional<String> reason) {

    /** Bytes of name and kind together. The outermost stages of a network have short names; keeps a model's record small whatever is on the topic. */
    public static final int MAX_NAME_LENGTH = 120;

    /** Of no explanations. */
    public static final NetworkStatistics EMPTY = new NetworkStatistics(new TreeMap<>(), 0, 0, Optional.empty());

    public NetworkStatistics {
        components = Collections.unmodifiableSortedMap(new TreeMap<>(components));
        if (leftOut < 0 || unavailable < 0) {
            throw new IllegalArgumentException(
                    "NetworkStatistics: left out " + leftOut + ", unavailable " + unavailable);
        }
    }

    /**
     * These and what one more explanation found.
     *
     * @param times how many cases it stands for
     * @param room how many components, times kinds, may be new; the effects of others are left out and counted
     */
    public NetworkStatistics add(ComponentFindings findings, long times, int room) {
        SortedMap<ComponentKey, ComponentStatistics> updated = new TreeMap<>(components);
        long without = 0;
        for (ComponentEffect effect : findings.effects()) {
            boolean known = updated.containsKey(effect.key());
            if (known || updated.size() < components.size() + room && isShort(effect.key())) {
                updated.merge(effect.key(), ComponentStatistics.of(effect, times), ComponentStatistics::merge);
            } else {
                without++;
            }
        }
        return new NetworkStatistics(
                updated,
                leftOut + without,
                unavailable + (findings.unavailable().isPresent() ? 1 : 0),
                findings.unavailable().or(() -> reason));
    }

    /** These and what one more explanation found that stands for one case. */
    public NetworkStatistics add(ComponentFindings findings, int room) {
        return add(findings, 1, room);
    }

    /** These and the other, later ones, as if all had been added to one with room enough. */
    public NetworkStatistics merge(NetworkStatistics later) {
        SortedMap<ComponentKey, ComponentStatistics> merged = new TreeMap<>(components);
        later.components.forEach((key, more) -> merged.merge(key, more, ComponentStatistics::merge));
        return new NetworkStatistics(
                merged, leftOut + later.leftOut, unavailable + later.unavailable, later.reason.or(() -> reason));
    }

    private static boolean isShort(ComponentKey key) {
        return (key.name() + key.kind()).getBytes(StandardCharsets.UTF_8).length <= MAX_NAME_LENGTH;
    }
}
