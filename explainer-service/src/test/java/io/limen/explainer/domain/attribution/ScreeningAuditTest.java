package io.limen.explainer.domain.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreeningAuditTest {

    @Test
    void nothingScreenedOutIsNothingLost() {
        ScreeningAudit audit = new ScreeningAudit(0, 0, 0, 0);

        assertEquals(1, audit.recall());
        assertEquals(1, audit.lower());
        assertEquals(1, audit.upper());
    }

    @Test
    void nothingKeptAndNothingFoundIsNothingLost() {
        ScreeningAudit audit = new ScreeningAudit(10, 0, 10, 0);

        assertEquals(1, audit.recall());
        assertEquals(1, audit.lower());
        assertEquals(1, audit.upper());
    }

    @Test
    void nothingAuditedProvesNothing() {
        ScreeningAudit audit = new ScreeningAudit(30, 10, 0, 0);

        // all thirty may matter
        assertEquals(0.25, audit.lower(), 1e-12);
        assertEquals(0.25, audit.recall(), 1e-12);
        assertEquals(1, audit.upper(), 1e-12);
    }

    @Test
    void whatWasFoundStandsForAllThatWereScreenedOut() {
        // one in five of a hundred: twenty lost beside eighty kept
        assertEquals(0.8, new ScreeningAudit(100, 80, 10, 2).recall(), 1e-12);
    }

    @Test
    void auditingAllLeavesNoDoubt() {
        ScreeningAudit audit = new ScreeningAudit(4, 12, 4, 3);

        assertEquals(0.8, audit.recall(), 1e-12);
        assertEquals(0.8, audit.lower(), 1e-12);
        assertEquals(0.8, audit.upper(), 1e-12);
    }

    /** Shares by Clopper and Pearson (1934), from the binomial tails: 0 of n and n of n in closed form, the others solved. */
    @ParameterizedTest
    @CsvSource({"0, 10, 0, 0.308497", "10, 10, 0.691503, 1", "2, 10, 0.025211, 0.556095", "5, 10, 0.187086, 0.812914"})
    void theIntervalIsThatOfClopperAndPearson(int found, int audited, double least, double most) {
        ScreeningAudit audit = new ScreeningAudit(1000, 50, audited, found);

        assertEquals(50 / (50 + 1000 * most), audit.lower(), 1e-5);
        assertEquals(50 / (50 + 1000 * least), audit.upper(), 1e-4);
    }

    @Property
    void theIntervalHoldsTheRecallAndLiesInZeroToOne(
            @ForAll @IntRange(min = 0, max = 500) int screenedOut,
            @ForAll @IntRange(min = 0, max = 500) int kept,
            @ForAll @IntRange(min = 0, max = 500) int audited,
            @ForAll @IntRange(min = 0, max = 500) int found) {
        int some = Math.min(audited, screenedOut);
        ScreeningAudit audit = new ScreeningAudit(screenedOut, kept, some, Math.min(found, some));

        assertTrue(0 <= audit.lower(), audit::toString);
        assertTrue(audit.lower() <= audit.recall() + 1e-12, audit::toString);
        assertTrue(audit.recall() <= audit.upper() + 1e-12, audit::toString);
        assertTrue(audit.upper() <= 1, audit::toString);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 0, 0", "1, -1, 0, 0", "1, 0, 2, 0", "1, 0, -1, 0", "3, 0, 2, 3", "3, 0, 2, -1"})
    void countsThatContradictEachOtherAreRefused(int screenedOut, int kept, int audited, int found) {
        assertThrows(IllegalArgumentException.class, () -> new ScreeningAudit(screenedOut, kept, audited, found));
    }
}
