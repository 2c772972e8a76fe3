package io.limen.aggregator.domain.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.domain.statistics.RunningMoments;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class IntervalsPropertiesTest {

    private static final double TOLERANCE = 1e-9;

    private static RunningMoments of(List<Double> numbers) {
        RunningMoments moments = RunningMoments.EMPTY;
        for (double number : numbers) {
            moments = moments.add(number);
        }
        return moments;
    }

    @Property
    void changingPlacesChangesTheSign(
            @ForAll @Size(min = 2, max = 30) List<@DoubleRange(min = -100, max = 100) Double> first,
            @ForAll @Size(min = 2, max = 30) List<@DoubleRange(min = -100, max = 100) Double> second) {
        Interval one = MeanInterval.welch(of(first), of(second), 0.9).orElseThrow();
        Interval other = MeanInterval.welch(of(second), of(first), 0.9).orElseThrow();
        assertEquals(one.low(), -other.high(), TOLERANCE);
        assertEquals(one.high(), -other.low(), TOLERANCE);
    }

    @Property
    void moreConfidenceIsAWiderInterval(
            @ForAll @Size(min = 2, max = 30) List<@DoubleRange(min = -100, max = 100) Double> numbers,
            @ForAll @DoubleRange(min = 0.5, max = 0.98) double confidence) {
        Interval narrow = MeanInterval.student(of(numbers), confidence).orElseThrow();
        Interval wide = MeanInterval.student(of(numbers), confidence + 0.01).orElseThrow();
        assertTrue(wide.low() <= narrow.low() && narrow.high() <= wide.high());
    }

    @Property
    void sharesLieWithinTheirIntervalAndThatWithinTheirRange(
            @ForAll @IntRange(min = 1, max = 500) int all, @ForAll @DoubleRange(min = 0, max = 1) double part) {
        long with = Math.round(part * all);
        Interval interval = ShareInterval.wilson(with, all, 0.9);
        assertTrue(interval.low() >= 0 && interval.high() <= 1);
        assertTrue(interval.low() <= (double) with / all + TOLERANCE);
        assertTrue(interval.high() >= (double) with / all - TOLERANCE);
    }

    @Property
    void differencesOfSharesHoldTheDifferenceAndStayWithinMinusOneAndOne(
            @ForAll @IntRange(min = 0, max = 50) int both,
            @ForAll @IntRange(min = 0, max = 50) int firstOnly,
            @ForAll @IntRange(min = 0, max = 50) int secondOnly,
            @ForAll @IntRange(min = 1, max = 50) int neither) {
        double difference = (double) (secondOnly - firstOnly) / (both + firstOnly + secondOnly + neither);
        Interval interval = ShareInterval.newcombePaired(both, firstOnly, secondOnly, neither, 0.9);
        assertTrue(interval.low() <= difference + TOLERANCE && interval.high() >= difference - TOLERANCE);
        assertTrue(interval.low() >= -1 - TOLERANCE && interval.high() <= 1 + TOLERANCE);
    }

    @Property
    void aWiderLimitNeverTurnsAcceptedIntoAnythingElse(
            @ForAll @DoubleRange(min = -2, max = 2) double low,
            @ForAll @DoubleRange(min = 0, max = 2) double width,
            @ForAll @DoubleRange(min = 0.01, max = 2) double limit) {
        Optional<Interval> interval = Optional.of(new Interval(low, low + width));
        if (Verdict.of(interval, limit) == Verdict.ACCEPTED) {
            assertEquals(Verdict.ACCEPTED, Verdict.of(interval, limit * 1.5));
        }
    }
}
