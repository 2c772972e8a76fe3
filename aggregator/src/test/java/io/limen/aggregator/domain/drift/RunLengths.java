package io.limen.aggregator.domain.drift;

import java.util.Arrays;
import java.util.function.LongToIntFunction;
import java.util.stream.LongStream;

/**
 * Lengths of many simulated streams, sorted; those that were cut off count with where they were cut off, so that the mean is
 * never too favourable.
 *
 * @param sorted lengths, studies
 */
record RunLengths(int[] sorted) {

    static RunLengths of(int streams, LongToIntFunction length) {
        int[] lengths = LongStream.range(0, streams).parallel().mapToInt(length).toArray();
        Arrays.sort(lengths);
        return new RunLengths(lengths);
    }

    double mean() {
        return Arrays.stream(sorted).average().orElseThrow();
    }

    /** Standard error of the mean. */
    double standardError() {
        double mean = mean();
        double squares = Arrays.stream(sorted)
                .mapToDouble(length -> (length - mean) * (length - mean))
                .sum();
        return Math.sqrt(squares / (sorted.length - 1) / sorted.length);
    }

    /** Part of the streams whose length is at most so many studies. */
    double shareWithin(int studies) {
        return Arrays.stream(sorted).filter(length -> length <= studies).count() / (double) sorted.length;
    }

    int quantile(double probability) {
        return sorted[(int) (probability * (sorted.length - 1))];
    }
}
