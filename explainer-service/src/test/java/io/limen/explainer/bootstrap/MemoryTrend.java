package io.limen.explainer.bootstrap;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Whether memory grows over a row of equal work. It goes up and down within a piece of work and between them, so the highest
 * values of two stretches of the row are compared: of the one after the warm-up and of the last one.
 *
 * @param row after each piece of work, 3 times {@code stretch} or more
 * @param stretch how many belong to the warm-up, and to each stretch
 */
record MemoryTrend(List<ResidentSet> row, int stretch) {

    MemoryTrend {
        row = List.copyOf(row);
        if (stretch < 1 || row.size() < 3 * stretch) {
            throw new IllegalArgumentException("trend: " + row.size() + " in stretches of " + stretch);
        }
    }

    /** Highest at the end over highest after the warm-up: 1 when nothing grows. */
    double growth(ToLongFunction<ResidentSet> part) {
        return (double) last(part) / warm(part);
    }

    /** Kibibytes. */
    long warm(ToLongFunction<ResidentSet> part) {
        return highest(stretch, 2 * stretch, part);
    }

    /** Kibibytes. */
    long last(ToLongFunction<ResidentSet> part) {
        return highest(row.size() - stretch, row.size(), part);
    }

    private long highest(int from, int to, ToLongFunction<ResidentSet> part) {
        return row.subList(from, to).stream().mapToLong(part).max().orElseThrow();
    }
}
