package io.limen.aggregator.domain.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.aggregator.domain.statistics.RunningMoments;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Published examples. */
class IntervalsTest {

    private static RunningMoments of(double... numbers) {
        RunningMoments moments = RunningMoments.EMPTY;
        for (double number : numbers) {
            moments = moments.add(number);
        }
        return moments;
    }

    /** Gosset's sleep data (Student 1908), paired: t = 4.0621, 9 degrees of freedom, 95 % 0.7001 to 2.4599. */
    @Test
    void studentOnTheSleepData() {
        Interval interval = MeanInterval.student(of(1.2, 2.4, 1.3, 1.3, 0, 1.0, 1.8, 0.8, 4.6, 1.4), 0.95)
                .orElseThrow();
        assertEquals(0.7001142, interval.low(), 1e-6);
        assertEquals(2.4598858, interval.high(), 1e-6);
    }

    /** The same data as two samples: 17.776 degrees of freedom, 95 % -0.2054832 to 3.3654832. */
    @Test
    void welchOnTheSleepData() {
        Interval interval = MeanInterval.welch(
                        of(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0),
                        of(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4),
                        0.95)
                .orElseThrow();
        assertEquals(-0.2054832, interval.low(), 1e-6);
        assertEquals(3.3654832, interval.high(), 1e-6);
    }

    /** Newcombe 1998, Statistics in Medicine 17:873, table II, (a) 56/70 - 48/80 and (c) 10/10 - 0/10 by method 10. */
    @Test
    void newcombeOnItsOwnExamples() {
        Interval interval = ShareInterval.newcombe(48, 80, 56, 70, 0.95);
        assertEquals(0.0524, interval.low(), 1e-4);
        assertEquals(0.3339, interval.high(), 1e-4);
        Interval extreme = ShareInterval.newcombe(0, 10, 10, 10, 0.95);
        assertEquals(0.6075, extreme.low(), 1e-4);
        assertEquals(1.0, extreme.high(), 1e-12);
    }

    @Test
    void pairsThatAgreeAreNearerThanSamplesOfTheSameShares() {
        Interval pairs = ShareInterval.newcombePaired(40, 3, 5, 52, 0.9);
        Interval samples = ShareInterval.newcombe(43, 100, 45, 100, 0.9);
        assertEquals(true, pairs.high() - pairs.low() < 0.5 * (samples.high() - samples.low()));
    }

    @Test
    void tooFewNumbersHaveNoIntervalAndNumbersWithoutSpreadAPoint() {
        assertEquals(Optional.empty(), MeanInterval.student(of(1), 0.9));
        assertEquals(Optional.empty(), MeanInterval.welch(of(1), of(1, 2), 0.9));
        assertEquals(Optional.of(new Interval(1, 1)), MeanInterval.welch(of(1, 1), of(2, 2), 0.9));
    }

    @Test
    void verdictsFollowFromWhereTheIntervalLies() {
        assertEquals(Verdict.ACCEPTED, Verdict.of(Optional.of(new Interval(-0.4, 0.3)), 0.5));
        assertEquals(Verdict.REJECTED, Verdict.of(Optional.of(new Interval(0.6, 0.9)), 0.5));
        assertEquals(Verdict.REJECTED, Verdict.of(Optional.of(new Interval(-0.9, -0.6)), 0.5));
        assertEquals(Verdict.UNDECIDED, Verdict.of(Optional.of(new Interval(0.4, 0.6)), 0.5));
        assertEquals(Verdict.UNDECIDED, Verdict.of(Optional.of(new Interval(-0.5, 0.4)), 0.5), "a limit is beyond");
        assertEquals(Verdict.UNDECIDED, Verdict.of(Optional.of(new Interval(-1, 1)), 0.5));
        assertEquals(Verdict.UNDECIDED, Verdict.of(Optional.empty(), 0.5));
        assertThrows(IllegalArgumentException.class, () -> Verdict.of(Optional.empty(), 0));
        assertThrows(IllegalArgumentException.class, () -> Verdict.of(Optional.empty(), Double.NaN));
    }

    @Test
    void allMustBeAcceptedAndOneThatIsRejectedIsEnough() {
        assertEquals(Verdict.ACCEPTED, Verdict.overall(List.of(Verdict.ACCEPTED, Verdict.ACCEPTED)));
        assertEquals(Verdict.UNDECIDED, Verdict.overall(List.of(Verdict.ACCEPTED, Verdict.UNDECIDED)));
        assertEquals(Verdict.REJECTED, Verdict.overall(List.of(Verdict.UNDECIDED, Verdict.REJECTED)));
        assertThrows(IllegalArgumentException.class, () -> Verdict.overall(List.of()));
    }
}
