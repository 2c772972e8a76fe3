package io.limen.explainer.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.attribution.Budget;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetMeterTest {

    private long seconds = 100;

    private BudgetMeter meter(long maxForwards, long maxSeconds) {
        return new BudgetMeter(
                new Budget(maxForwards, Duration.ofSeconds(maxSeconds)),
                () -> Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void whatIsSureToEndTooLateIsNotAfforded() {
        BudgetMeter meter = meter(Long.MAX_VALUE, 100);
        assertTrue(meter.affords(1000), "nobody knows yet how long a pass takes");
        seconds += 40;
        meter.spend(10);
        seconds += 20;
        meter.spend(10);
        assertTrue(meter.affords(20), "2 s each, as the last ones: just in time");
        assertFalse(meter.affords(21));
        seconds += 40;
        assertFalse(meter.affords(1));
    }

    @Test
    void passesThatWereOnlyChargedDoNotCountAsFast() {
        BudgetMeter meter = meter(Long.MAX_VALUE, 100);
        seconds += 10;
        meter.charge(40);
        seconds += 10;
        meter.spend(10);
        assertEquals(50, meter.forwards());
        assertTrue(meter.affords(80));
        assertFalse(meter.affords(81));
    }

    @Test
    void forwardsAreAffordedToTheLast() {
        BudgetMeter meter = meter(20, 100);
        meter.spend(15);
        assertTrue(meter.affords(5));
        assertFalse(meter.affords(6));
        assertFalse(meter.exhausted(), "asking leaves no trace");
    }

    @Test
    void preparationTakesAPartOfTheTimeThatIsLeft() {
        BudgetMeter meter = meter(1, 100);
        assertEquals(Duration.ofSeconds(25), meter.preparation(1000));
        seconds += 60;
        assertEquals(Duration.ofSeconds(10), meter.preparation(1000));
        seconds += 60;
        assertEquals(Duration.ZERO, meter.preparation(1000));
    }

    @Test
    void drawsThatAreOwedAreWorthPreparing() {
        BudgetMeter meter = meter(1, 100);
        seconds += 100;
        meter.spend(50);
        assertEquals(Duration.ofSeconds(2), meter.preparation(8));
    }
}
