package io.limen.aggregator.adapter.dashboard;

import io.limen.schemas.Attribution;
import io.limen.schemas.ComponentEffect;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The components of a network in the order in which they are executed, as its newest explanation with components has them:
 * statistics are sorted by name, and a picture of a network wants to follow the image through it.
 *
 * @param places of components by name, from 0
 */
record ExecutionOrder(Map<String, Integer> places) {

    /** No explanation with components has been seen. */
    static final ExecutionOrder UNKNOWN = new ExecutionOrder(Map.of());

    /** As many as statistics hold. */
    private static final int MOST = 2_048;

    private static final int LONGEST_NAME = 256;

    ExecutionOrder {
        places = Map.copyOf(places);
    }

    static ExecutionOrder of(Attribution attribution) {
        Set<String> names = attribution.getComponents().stream()
                .filter(component -> component.getChannel() < 0)
                .map(ComponentEffect::getName)
                .filter(name -> name.length() <= LONGEST_NAME)
                .limit(MOST)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, Integer> places = new HashMap<>();
        List.copyOf(names).forEach(name -> places.put(name, places.size()));
        return places.isEmpty() ? UNKNOWN : new ExecutionOrder(places);
    }

    /** Whether nothing is known. */
    boolean isUnknown() {
        return places.isEmpty();
    }
}
