package io.limen.explainer.domain.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.explainer.domain.oracle.StratifiedSample.Stratum;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CoverageTest {

    /** Blocks 0 and 1 of a stratum of 2, block 3 of one of 3: it stands for three. */
    private static final OracleMap ORACLE = new OracleMap(
            new StratifiedSample(List.of(new Stratum(2, List.of(0, 1)), new Stratum(3, List.of(3)))),
            Map.of(0, new OracleEffect(-4, 0.0), 1, new OracleEffect(1, 0.09), 3, new OracleEffect(-0.5, 0)));

    @Test
    void intervalHoldsTheOracleWithItsOwnError() {
        List<Estimate> map = List.of(
                significant(-4.19, 0.1), significant(2, 0.4), significant(9, 1), significant(-0.3, 0.1), nothing());

        // 0.19 is within 0.196; 1 is beyond 0.98 of both errors; 0.2 is beyond 0.196
        assertEquals(new Coverage(1, 3), Coverage.of(ORACLE, map));
        // 0.9 is beyond 0.78 of the map's error alone
        assertEquals(
                new Coverage(1, 1),
                Coverage.of(ORACLE, List.of(nothing(), significant(1.9, 0.4), nothing(), nothing(), nothing())));
    }

    @Test
    void blocksThatAreNotSignificantOrNotSampledDoNotCount() {
        List<Estimate> map = List.of(nothing(), nothing(), significant(9, 1), nothing(), significant(9, 1));

        assertEquals(Coverage.NONE, Coverage.of(ORACLE, map));
    }

    @Test
    void recallCountsBlocksForTheirStratum() {
        List<Estimate> map = List.of(nothing(), significant(1, 1), nothing(), screenedOut(), nothing());

        assertEquals(OptionalDouble.of(2.0 / 5), ScreeningRecall.of(ORACLE, map, 0.02));
        assertEquals(OptionalDouble.of(1), ScreeningRecall.of(ORACLE, map, 0.6));
    }

    @Test
    void withoutABlockThatMattersThereIsNoRecall() {
        List<Estimate> map = List.of(nothing(), nothing(), nothing(), screenedOut(), nothing());

        assertEquals(OptionalDouble.empty(), ScreeningRecall.of(ORACLE, map, 5));
    }

    @Test
    void oracleOfAnotherSampleIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new OracleMap(ORACLE.sample(), Map.of()));
    }

    private static Estimate significant(double ate, double standardError) {
        return new Estimate(ate, standardError, true, false);
    }

    private static Estimate nothing() {
        return new Estimate(0, 0.1, false, false);
    }

    private static Estimate screenedOut() {
        return new Estimate(0, 0, false, true);
    }
}
