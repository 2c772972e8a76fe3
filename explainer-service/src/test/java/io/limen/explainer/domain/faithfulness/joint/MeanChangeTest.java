package io.limen.explainer.domain.faithfulness.joint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeanChangeTest {

    /** Mean -3, standard deviation 1, t of 0.975 with 2 degrees of freedom 4.302653: 4.302653 / sqrt(3) to each side. */
    @Test
    void intervalIsStudents() {
        MeanChange change = MeanChange.of(new double[] {-2, -3, -4});
        assertEquals(-3, change.points(), 1e-12);
        assertEquals(-3 - 2.484138, change.interval().orElseThrow().low(), 1e-5);
        assertEquals(-3 + 2.484138, change.interval().orElseThrow().high(), 1e-5);
    }

    @Test
    void drawsThatCameOutAlikeProveNothingOfOthers() {
        double[] alike = {-0.1, -0.1, -0.1};
        assertEquals(Optional.empty(), MeanChange.of(alike).interval());
        assertEquals(Optional.empty(), MeanChange.difference(alike, alike).interval());
    }

    @Test
    void oneSideMayBeAlike() {
        MeanChange difference = MeanChange.difference(new double[] {-100, -100, -100}, new double[] {-2, -3, -4});
        assertEquals(-97, difference.points(), 1e-12);
        assertEquals(-97 + 2.484138, difference.interval().orElseThrow().high(), 1e-5);
    }

    @Test
    void nothingImpossibleIsInTheInterval() {
        MeanChange change = MeanChange.of(new double[] {-100, -100, -60});
        assertEquals(-100, change.interval().orElseThrow().low());
    }

    /** Of two samples of eight with different spreads. */
    @Test
    void differenceIsHeldInNineteenOfTwenty() {
        Random random = new Random(3);
        int held = 0;
        for (int i = 0; i < 4000; i++) {
            double[] wide = random.doubles(8)
                    .map(any -> -40 + 8 * random.nextGaussian())
                    .toArray();
            double[] narrow =
                    random.doubles(8).map(any -> -5 + 2 * random.nextGaussian()).toArray();
            MeanChange.Interval interval =
                    MeanChange.difference(wide, narrow).interval().orElseThrow();
            held += interval.low() <= -35 && -35 <= interval.high() ? 1 : 0;
        }
        assertEquals(0.95, held / 4000.0, 0.01);
    }
}
