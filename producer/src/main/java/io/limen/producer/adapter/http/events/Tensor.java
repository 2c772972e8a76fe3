package io.limen.producer.adapter.http.events;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Numbers in a shape.
 *
 * @param shape lengths of the axes, each 1 or more
 * @param values row-major; not changed by anyone
 */
record Tensor(int[] shape, double[] values) {

    Tensor {
        long size = 1;
        for (int length : shape) {
            size = Math.multiplyExact(size, Math.max(0, length));
        }
        if (size != values.length || size == 0) {
            throw new IllegalArgumentException("Tensor: shape " + text(shape) + " with " + values.length + " values");
        }
    }

    private static String text(int[] shape) {
        return IntStream.of(shape).mapToObj(Integer::toString).collect(Collectors.joining("x"));
    }

    /** Without the axes of length 1 in front, until as many are left. */
    Tensor squeezed(int axes) {
        int first = 0;
        while (shape.length - first > axes && shape[first] == 1) {
            first++;
        }
        return new Tensor(Arrays.copyOfRange(shape, first, shape.length), values);
    }

    double least() {
        return Arrays.stream(values).min().orElseThrow();
    }

    double most() {
        return Arrays.stream(values).max().orElseThrow();
    }

    boolean isWhole() {
        return Arrays.stream(values).allMatch(value -> value == Math.rint(value));
    }

    /** Such as 1x3x256x256 of 0.0 to 1.0. */
    @Override
    public String toString() {
        return text(shape) + " of " + least() + " to " + most();
    }
}
