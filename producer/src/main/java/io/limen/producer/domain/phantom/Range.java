package io.limen.producer.domain.phantom;

import java.util.SplittableRandom;

/**
 * A closed interval that a quantity is drawn from, uniformly.
 *
 * @param from lowest value
 * @param to highest value, not below {@code from}
 */
public record Range(double from, double to) {

    public Range {
        if (!(from <= to)) {
            throw new IllegalArgumentException("Range: " + from + " to " + to);
        }
    }

    double draw(SplittableRandom random) {
        return from + (to - from) * random.nextDouble();
    }
}
