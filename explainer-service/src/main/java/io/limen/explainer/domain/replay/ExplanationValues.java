package io.limen.explainer.domain.replay;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What two computations of one explanation must agree in.
 *
 * @param fields cells by name of the field; a map's in row-major order
 */
public record ExplanationValues(SortedMap<String, List<Cell>> fields) {

    public ExplanationValues {
        SortedMap<String, List<Cell>> copy = new TreeMap<>();
        fields.forEach((name, cells) -> copy.put(name, List.copyOf(cells)));
        fields = Collections.unmodifiableSortedMap(copy);
    }

    /** The cells of a field; none where there is no such field. */
    List<Cell> cells(String field) {
        return fields.getOrDefault(field, List.of());
    }
}
