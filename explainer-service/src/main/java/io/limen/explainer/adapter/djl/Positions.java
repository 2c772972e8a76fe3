package io.limen.explainer.adapter.djl;

import java.util.Arrays;

/** A growing list of positions in a flat tensor. */
final class Positions {

    private long[] values = new long[1024];
    private int size;

    /** Adds a run of neighbours. */
    void add(long first, int count) {
        if (size + count > values.length) {
            values = Arrays.copyOf(values, Math.max(size + count, 2 * values.length));
        }
        for (int i = 0; i < count; i++) {
            values[size++] = first + i;
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    long[] values() {
        return Arrays.copyOf(values, size);
    }
}
