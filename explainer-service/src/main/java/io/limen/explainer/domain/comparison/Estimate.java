package io.limen.explainer.domain.comparison;

import java.util.OptionalDouble;

/** What is known of a quantity over cases. */
public sealed interface Estimate {

    /** How many cases are behind it. */
    int cases();

    /** The value, where there is one. */
    OptionalDouble known();

    /**
     * A value with its interval.
     *
     * @param low lower end of the 95 % interval, at most the value
     * @param high upper end, at least the value
     */
    record WithInterval(double value, double low, double high, int cases) implements Estimate {

        public WithInterval {
            if (!(low <= value && value <= high) || cases < 1) {
                throw new IllegalArgumentException(
                        "Estimate: " + value + " in " + low + ".." + high + " of " + cases + " cases");
            }
        }

        @Override
        public OptionalDouble known() {
            return OptionalDouble.of(value);
        }
    }

    /** A value of whose uncertainty the cases say nothing. */
    record WithoutInterval(double value, int cases, Reason reason) implements Estimate {

        public WithoutInterval {
            if (Double.isNaN(value) || cases < 1) {
                throw new IllegalArgumentException("Estimate: " + value + " of " + cases + " cases");
            }
        }

        @Override
        public OptionalDouble known() {
            return OptionalDouble.of(value);
        }
    }

    /** No value: no case, or too few, or the quantity is not defined for these. */
    record Unknown(int cases) implements Estimate {

        @Override
        public OptionalDouble known() {
            return OptionalDouble.empty();
        }
    }

    /** Why there is no interval. */
    enum Reason {
        /** One case says nothing of the others. */
        ONE_CASE,
        /** Every resample has the same value, which is no proof that all other cases have it. */
        ALL_ALIKE,
        /** The quantity is not defined in too many resamples. */
        OFTEN_UNDEFINED
    }
}
