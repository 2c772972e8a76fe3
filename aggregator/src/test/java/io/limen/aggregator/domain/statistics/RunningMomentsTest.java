package io.limen.aggregator.domain.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunningMomentsTest {

    @Test
    void momentsOfKnownNumbers() {
        RunningMoments moments = of(2, 4, 4, 4, 5, 5, 7, 9);

        assertEquals(8, moments.count());
        assertEquals(5, moments.mean(), 1e-12);
        assertEquals(32, moments.m2(), 1e-12);
        assertEquals(32 / 7.0, moments.variance().orElseThrow(), 1e-12);
        assertEquals(2, moments.min());
        assertEquals(9, moments.max());
    }

    @Test
    void nothingSeenHasExtremesThatAnyNumberBeats() {
        assertEquals(Double.POSITIVE_INFINITY, RunningMoments.EMPTY.min());
        assertEquals(-3, of(-3).max());
        assertEquals(-3, of(-3).min());
    }

    @Test
    void oneNumberHasNoVariance() {
        assertTrue(of(3).variance().isEmpty());
    }

    @Test
    void oneNumberThatStandsForManyHasNoVariance() {
        assertTrue(RunningMoments.of(3, 7).variance(1 / 7.0).isEmpty());
    }

    /** Two draws of 0 and 1, each as likely, whose variance is a quarter; the first stands for three, the second for one. */
    @Test
    void varianceOfNumbersThatStandForSeveralIsThatOfTheirSourceOnAverage() {
        double worth = (3 + 1) / (3.0 * 3 + 1);
        double sum = 0;
        for (int first = 0; first <= 1; first++) {
            for (int second = 0; second <= 1; second++) {
                RunningMoments both = RunningMoments.of(first, 3).merge(RunningMoments.of(second, 1));
                sum += both.variance(worth).orElseThrow();
            }
        }
        assertEquals(0.25, sum / 4, 1e-12);
    }

    @Test
    void varianceSurvivesALargeOffset() {
        RunningMoments moments = of(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16);

        assertEquals(30, moments.variance().orElseThrow(), 1e-6, "the sum of squares would have cancelled");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoFiniteNumberIsRefused(double value) {
        assertThrows(IllegalArgumentException.class, () -> RunningMoments.EMPTY.add(value));
    }

    @Test
    void impossibleMomentsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new RunningMoments(-1, 0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new RunningMoments(2, 0, -1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new RunningMoments(2, Double.NaN, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new RunningMoments(2, 1, 1, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> new RunningMoments(0, 0, 0, 0, 0));
    }

    static RunningMoments of(double... values) {
        return DoubleStream.of(values).boxed().reduce(RunningMoments.EMPTY, RunningMoments::add, RunningMoments::merge);
    }
}
