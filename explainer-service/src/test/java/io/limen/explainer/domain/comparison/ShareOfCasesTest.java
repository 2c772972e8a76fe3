package io.limen.explainer.domain.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ShareOfCasesTest {

    /** None of n: the upper end is 1 - 0.025^(1/n). */
    @Test
    void noneOrAllOfTenLeaveRoomForSome() {
        Estimate.WithInterval none = (Estimate.WithInterval) ShareOfCases.of(0, 10);
        Estimate.WithInterval all = (Estimate.WithInterval) ShareOfCases.of(10, 10);

        assertEquals(0, none.low());
        assertEquals(1 - Math.pow(0.025, 0.1), none.high(), 1e-9);
        assertEquals(Math.pow(0.025, 0.1), all.low(), 1e-9);
        assertEquals(1, all.high());
    }

    /** As tables give it (Clopper and Pearson 1934). */
    @Test
    void fiveOfTenIsBetweenAFifthAndFourFifths() {
        Estimate.WithInterval half = (Estimate.WithInterval) ShareOfCases.of(5, 10);

        assertEquals(0.1871, half.low(), 5e-5);
        assertEquals(0.8129, half.high(), 5e-5);
    }

    @Test
    void withoutACaseItIsUnknown() {
        assertEquals(new Estimate.Unknown(0), ShareOfCases.of(0, 0));
    }

    @Test
    void moreThanAllIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ShareOfCases.of(3, 2));
    }
}
