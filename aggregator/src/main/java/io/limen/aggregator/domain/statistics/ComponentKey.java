package io.limen.aggregator.domain.statistics;

import java.util.Comparator;

/**
 * One kind of intervention on one component.
 *
 * @param name of the component, unique within the network
 * @param kind resample, mean or zero
 */
public record ComponentKey(String name, String kind) implements Comparable<ComponentKey> {

    private static final Comparator<ComponentKey> ORDER =
            Comparator.comparing(ComponentKey::name).thenComparing(ComponentKey::kind);

    @Override
    public int compareTo(ComponentKey other) {
        return ORDER.compare(this, other);
    }
}
