package io.limen.explainer.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.attribution.Budget;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetMeterTest {

    private long now;

    @Test
    void whatIsHeldBackCanBeSpentOnceItIsGivenBack() {
        BudgetMeter meter = new BudgetMeter(new Budget(100, Duration.ofSeconds(10)), () -> now);
        meter.holdBack();
        assertEquals(80, meter.allowance(1000, 0));
        meter.spend(80);
        assertFalse(meter.affords(1));
        meter.giveBack();
        assertEquals(20, meter.allowance(1000, 0));
    }

    @Test
    void timeIsHeldBackToo() {
        BudgetMeter meter = new BudgetMeter(new Budget(100, Duration.ofSeconds(10)), () -> now);
        meter.holdBack();
        now = Duration.ofSeconds(9).toNanos();
        assertFalse(meter.affords(1));
        meter.giveBack();
        assertTrue(meter.affords(1));
    }

    @Test
    void ofABudgetOfOnePassNothingIsHeldBack() {
        BudgetMeter meter = new BudgetMeter(new Budget(1, Duration.ofSeconds(10)), () -> now);
        meter.holdBack();
        assertEquals(1, meter.allowance(5, 0));
    }

    @Test
    void theTimeHeldBackIsThereEvenWhereWhatIsOwedTookLonger() {
        long[] now = {0};
        BudgetMeter meter = new BudgetMeter(new Budget(1000, Duration.ofSeconds(10)), () -> now[0]);
        meter.holdBack();
        now[0] = Duration.ofSeconds(15).toNanos();
        meter.charge(5);
        assertFalse(meter.affords(1));

        meter.giveBack();

        assertTrue(meter.affords(1));
        now[0] = Duration.ofSeconds(17).toNanos();
        assertFalse(meter.affords(1));
    }
}
