package io.limen.explainer.domain.faithfulness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class InfidelityTest {

    private static final double[] TRUE = {4, 2, 0, 1};
    private static final int[][] SETS = {{0, 1}, {1, 2}, {2, 3}, {0}, {2}, {3}};

    private static double[] lost() {
        double[] lost = new double[SETS.length];
        for (int i = 0; i < SETS.length; i++) {
            for (int block : SETS[i]) {
                lost[i] += TRUE[block];
            }
        }
        return lost;
    }

    @Test
    void theTrueMapInAnyUnitIsWhollyFaithful() {
        assertEquals(
                0, Infidelity.of(new double[] {40, 20, 0, 10}, SETS, lost()).orElseThrow(), 1e-12);
    }

    @Test
    void theContraryAndTheSameEverywhereKnowNothing() {
        assertEquals(
                1, Infidelity.of(new double[] {-4, -2, 0, -1}, SETS, lost()).orElseThrow(), 1e-12);
        assertEquals(1, Infidelity.of(new double[] {7, 7, 7, 7}, SETS, lost()).orElseThrow(), 1e-12);
    }

    /** Sets of two lost 6, 2 and 1, a mean of 3; of one 4, 0 and 1, a mean of 5/3. */
    @Test
    void aMapThatKnowsOneBlockExplainsItsPart() {
        double known = Infidelity.of(new double[] {1, 0, 0, 0}, SETS, lost()).orElseThrow();
        double[] worth = {2 / 3.0, -1 / 3.0, -1 / 3.0, 2 / 3.0, -1 / 3.0, -1 / 3.0};
        double[] loss = {3, -1, -2, 4 - 5 / 3.0, -5 / 3.0, 1 - 5 / 3.0};
        double ml = 0;
        double mm = 0;
        double ll = 0;
        for (int i = 0; i < 6; i++) {
            ml += worth[i] * loss[i];
            mm += worth[i] * worth[i];
            ll += loss[i] * loss[i];
        }
        assertEquals(1 - ml * ml / mm / ll, known, 1e-12);
        assertTrue(known > 0.01 && known < 0.5);
    }

    @Test
    void whatCostsNothingTellsNothing() {
        assertEquals(OptionalDouble.empty(), Infidelity.of(TRUE, SETS, new double[SETS.length]));
    }
}
