package io.limen.explainer.domain.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReplayComparisonTest {

    private static final double EFFECT = -1.5;

    private static ExplanationValues map(Double... effects) {
        TreeMap<String, List<Cell>> fields = new TreeMap<>();
        List<Cell> cells = new ArrayList<>();
        Arrays.stream(effects).forEach(effect -> cells.add(effect == null ? Cell.NOTHING : new Cell.Decimal(effect)));
        fields.put("effects", cells);
        fields.put("schedule", List.of(new Cell.Word("adaptive")));
        return new ExplanationValues(fields);
    }

    private static FieldDifference only(ReplayComparison comparison) {
        assertFalse(comparison.identical());
        assertEquals(1, comparison.differences().size(), comparison.toString());
        return comparison.differences().get(0);
    }

    @Test
    void whatIsTheSameIsIdenticalNothingAndNaNIncluded() {
        ReplayComparison comparison = ReplayComparison.of(map(EFFECT, null, Double.NaN), map(EFFECT, null, Double.NaN));

        assertTrue(comparison.identical());
        assertEquals(2, comparison.fields());
        assertEquals(4, comparison.cells());
    }

    @Test
    void theLastBitOfOneEffectIsFound() {
        ReplayComparison comparison = ReplayComparison.of(map(EFFECT, null, 2.0), map(Math.nextUp(EFFECT), null, 2.0));

        assertEquals(new FieldDifference("effects", 3, 3, 1, Math.ulp(EFFECT), 0), only(comparison));
    }

    @Test
    void theSignOfAZeroIsABit() {
        assertEquals(new FieldDifference("effects", 1, 1, 1, 0, 0), only(ReplayComparison.of(map(0.0), map(-0.0))));
    }

    @Test
    void aNaNInThePlaceOfANumberIsNotLostBesideALargerDifference() {
        FieldDifference difference = only(ReplayComparison.of(map(1.0, 2.0), map(Double.NaN, 5.0)));

        assertEquals(new FieldDifference("effects", 2, 2, 2, 3, 1), difference);
    }

    @Test
    void aNumberWhereThereWasNoneCannotBeCompared() {
        assertEquals(
                new FieldDifference("effects", 2, 2, 1, 0, 1),
                only(ReplayComparison.of(map(1.0, null), map(1.0, 0.0))));
    }

    @Test
    void anotherSizeIsADifferenceThoughWhatBothHaveIsTheSame() {
        FieldDifference difference = only(ReplayComparison.of(map(1.0, 2.0), map(1.0)));

        assertTrue(difference.isOfAnotherSize());
        assertEquals(new FieldDifference("effects", 2, 1, 0, 0, 0), difference);
    }

    @Test
    void aFieldThatOnlyOneOfThemHasIsADifference() {
        TreeMap<String, List<Cell>> fields = new TreeMap<>(map(1.0).fields());
        fields.put("components.ate", List.of(new Cell.Decimal(1)));

        FieldDifference lost = only(ReplayComparison.of(new ExplanationValues(fields), map(1.0)));
        FieldDifference gained = only(ReplayComparison.of(map(1.0), new ExplanationValues(fields)));

        assertEquals(new FieldDifference("components.ate", 1, 0, 0, 0, 0), lost);
        assertEquals(new FieldDifference("components.ate", 0, 1, 0, 0, 0), gained);
    }

    @Test
    void onlySmallDifferencesOfNumbersAreRounding() {
        assertTrue(ReplayComparison.of(map(1.0, 2.0), map(1.00009, 2.0)).isRounding());
        assertFalse(ReplayComparison.of(map(1.0, 2.0), map(1.0002, 2.0)).isRounding());
        assertFalse(ReplayComparison.of(map(1.0, 2.0), map(1.00009, Double.NaN)).isRounding());
        assertFalse(ReplayComparison.of(map(1.0, 2.0), map(1.00009)).isRounding());
        assertFalse(ReplayComparison.of(map(1.0), map(1.0)).isRounding());
    }
}
