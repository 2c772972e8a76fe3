package io.limen.explainer.domain.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LotteryTest {

    @Test
    void aNameHasTheSameLotWhoeverDraws() {
        assertEquals(Lottery.lot("case-1"), Lottery.lot("case-1"));
        assertEquals(0.7969085146577526, Lottery.lot("case-1"));
    }

    /** Kolmogorov and Smirnov's distance of 20,000 lots from the uniform distribution; 1.95 is passed by chance once in 1,000. */
    @Test
    void lotsOfNamesInARowAreUniform() {
        int count = 20_000;
        double[] lots = new double[count];
        for (int i = 0; i < count; i++) {
            lots[i] = Lottery.lot("case-" + i);
        }
        Arrays.sort(lots);
        double distance = 0;
        for (int i = 0; i < count; i++) {
            assertTrue(lots[i] >= 0 && lots[i] < 1);
            distance = Math.max(distance, Math.abs(lots[i] - (i + 0.5) / count));
        }
        assertTrue(distance * Math.sqrt(count) < 1.95, "distance " + distance);
    }
}
