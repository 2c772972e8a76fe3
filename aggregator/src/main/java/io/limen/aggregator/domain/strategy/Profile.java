package io.limen.aggregator.domain.strategy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Non-negative weights over ring (6) x quadrant (4) x sign (2) around the region of interest: of one explanation (a
 * distribution, or all 0 when no block is significant), or the sum of many.
 *
 * @param cells 48 weights, finite, 0 or more; ring-major, then quadrant, then sign (supporting, hindering)
 */
public record Profile(List<Double> cells) {

    /** 6 rings x 4 quadrants x 2 signs. */
    public static final int CELLS = 48;

    /** No weight anywhere: the sum of no profiles. */
    public static final Profile ZERO = new Profile(Collections.nCopies(CELLS, 0.0));

    public Profile {
        cells = List.copyOf(cells);
        if (cells.size() != CELLS) {
            throw new IllegalArgumentException("Profile: cells " + cells.size());
        }
        for (double weight : cells) {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("Profile: weight " + weight);
            }
        }
    }

    /** Sum of the weights, 0 or more; of one explanation at most 1. */
    public double total() {
        return cells.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Cell by cell, the weights of both; cost: 48 additions. */
    public Profile plus(Profile other) {
        List<Double> sum = new ArrayList<>(CELLS);
        for (int cell = 0; cell < CELLS; cell++) {
            sum.add(cells.get(cell) + other.cells.get(cell));
        }
        return new Profile(sum);
    }

    /** Cell by cell the weight times a finite factor of 0 or more. */
    public Profile times(double factor) {
        return new Profile(cells.stream().map(weight -> weight * factor).toList());
    }
}
