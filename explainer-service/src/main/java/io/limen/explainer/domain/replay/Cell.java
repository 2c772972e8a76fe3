package io.limen.explainer.domain.replay;

/** One value of an explanation. Two are the same when {@code equals} says so: numbers by their bits, so that NaN is the same as NaN and 0 is not -0. */
public sealed interface Cell {

    /** No value: a block inside the region, a feature that is not defined. */
    Cell NOTHING = new Nothing();

    /** A number; whole ones up to 2^53 are exact. */
    record Decimal(double value) implements Cell {

        @Override
        public boolean equals(Object other) {
            return other instanceof Decimal decimal
                    && Double.doubleToRawLongBits(value) == Double.doubleToRawLongBits(decimal.value);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(Double.doubleToRawLongBits(value));
        }
    }

    /** A name, a digest, yes or no. */
    record Word(String value) implements Cell {}

    /** See {@link Cell#NOTHING}. */
    record Nothing() implements Cell {}
}
