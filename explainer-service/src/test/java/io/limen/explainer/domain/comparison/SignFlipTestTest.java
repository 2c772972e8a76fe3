package io.limen.explainer.domain.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignFlipTestTest {

    private final SignFlipTest test = new SignFlipTest(5);

    /** Of the 8 patterns of 1, 2 and 3 only +6 and -6 are as far from 0. */
    @Test
    void threePairsAreCountedByHand() {
        assertEquals(0.25, test.pValue(new double[] {1, 2, 3}).orElseThrow(), 1e-12);
    }

    /** Sums of +-1 +-2 +-3: 6, 4, 2, 0, 0, -2, -4, -6; the one found is 2. */
    @Test
    void sumsAsFarOnEitherSideCount() {
        assertEquals(6.0 / 8, test.pValue(new double[] {1, -2, 3}).orElseThrow(), 1e-12);
    }

    @Test
    void theDirectionMakesNoDifference() {
        double[] differences = {0.3, 1.2, -0.4, 2, 0.1};

        assertEquals(
                test.pValue(differences),
                test.pValue(Arrays.stream(differences).map(one -> -one).toArray()));
    }

    @Test
    void methodsThatNeverDifferAreNotToldApart() {
        assertEquals(1, test.pValue(new double[] {0, 0, 0, 0}).orElseThrow());
        assertEquals(1, test.pValue(new double[40]).orElseThrow());
    }

    @Test
    void withoutACaseThereIsNoPValue() {
        assertTrue(test.pValue(new double[0]).isEmpty());
    }

    @Test
    void noPValueIsBelowTheLeast() {
        for (int cases : new int[] {1, 2, 8, SignFlipTest.EXACT, SignFlipTest.EXACT + 1, 60}) {
            double[] ones = IntStream.range(0, cases).mapToDouble(i -> 1 + i).toArray();

            assertEquals(SignFlipTest.least(cases), test.pValue(ones).orElseThrow(), 1e-12, cases + " cases");
        }
    }

    @Test
    void drawnPatternsAgreeWithAll() {
        double[] exact = new Random(2).doubles(SignFlipTest.EXACT, -0.5, 1).toArray();
        double[] drawn = Arrays.copyOf(exact, SignFlipTest.EXACT + 1);

        // the case added differs by nothing, so that the share of patterns is the same; its standard error is at most
        // 0.005
        assertEquals(test.pValue(exact).orElseThrow(), test.pValue(drawn).orElseThrow(), 0.03);
    }

    /** Expected 50 of 1,000; 40 seeds gave 36 to 63. */
    @Test
    void methodsThatDoNotDifferAreCalledDifferentNoMoreOftenThanPromised() {
        Random random = new Random(23);
        int called = 0;
        for (int repetition = 0; repetition < 1_000; repetition++) {
            double[] differences = IntStream.range(0, 10)
                    .mapToDouble(i -> random.nextGaussian())
                    .toArray();
            called += test.pValue(differences).orElseThrow() <= 0.05 ? 1 : 0;
        }

        assertTrue(called > 15 && called < 90, called + " of 1,000");
    }
}
