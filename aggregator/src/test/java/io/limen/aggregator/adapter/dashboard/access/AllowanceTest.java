package io.limen.aggregator.adapter.dashboard.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void asManyAsAMinuteHoldsAreThereAtOnceAndThenOneByOne() {
        Allowance allowance = new Allowance(2, START);

        assertTrue(allowance.take(START));
        assertTrue(allowance.take(START));
        assertFalse(allowance.take(START));
        assertEquals(30, allowance.secondsToWait());
        assertFalse(allowance.take(START.plusSeconds(29)));
        assertTrue(allowance.take(START.plusSeconds(30)));
        assertFalse(allowance.take(START.plusSeconds(31)));
    }

    @Test
    void whatIsNotTakenDoesNotPileUp() {
        Allowance allowance = new Allowance(1, START);

        assertTrue(allowance.take(START.plusSeconds(3_600)));
        assertFalse(allowance.take(START.plusSeconds(3_600)));
    }

    @Test
    void aClockThatGoesBackGivesNothing() {
        Allowance allowance = new Allowance(1, START);

        assertTrue(allowance.take(START));
        assertFalse(allowance.take(START.minusSeconds(3_600)));
    }
}
