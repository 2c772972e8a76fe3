package io.limen.explainer.domain.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RankCorrelationTest {

    @Test
    void anyRisingRelationIsOneAndAnyFallingOneMinusOne() {
        assertEquals(Optional.of(1.0), RankCorrelation.of(new double[] {1, 2, 9}, new double[] {-5, 0, 0.1}));
        assertEquals(Optional.of(-1.0), RankCorrelation.of(new double[] {1, 2, 9}, new double[] {3, 2, 1}));
    }

    /** Ranks 1, 2.5, 2.5, 4 against 1, 3, 2, 4: covariance 4.5, variances 4.5 and 5. */
    @Test
    void tiesShareTheirMeanRank() {
        double found = RankCorrelation.of(new double[] {0, 1, 1, 2}, new double[] {10, 30, 20, 40})
                .orElseThrow();
        assertEquals(4.5 / Math.sqrt(4.5 * 5), found, 1e-12);
    }

    @Test
    void tooFewOrAllAlikeHaveNone() {
        assertEquals(Optional.empty(), RankCorrelation.of(new double[] {1, 2}, new double[] {1, 2}));
        assertEquals(Optional.empty(), RankCorrelation.of(new double[] {1, 1, 1}, new double[] {1, 2, 3}));
        assertEquals(Optional.empty(), RankCorrelation.of(new double[0], new double[0]));
    }

    @Test
    void whatCantBeRankedIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> RankCorrelation.of(new double[] {1, 2, Double.NaN}, new double[] {1, 2, 3}));
        assertThrows(
                IllegalArgumentException.class, () -> RankCorrelation.of(new double[] {1, 2, 3}, new double[] {1, 2}));
    }
}
