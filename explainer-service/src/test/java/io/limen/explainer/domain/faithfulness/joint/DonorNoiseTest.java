package io.limen.explainer.domain.faithfulness.joint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DonorNoiseTest {

    private static final int SETS = 6000;

    private static double ceiling(double noise) {
        Random random = new Random(9);
        int[] sizes = new int[SETS];
        double[] first = new double[SETS];
        double[] second = new double[SETS];
        for (int set = 0; set < SETS; set++) {
            sizes[set] = set % 3;
            double change = 10 * sizes[set] + random.nextGaussian();
            first[set] = change + noise * random.nextGaussian();
            second[set] = change + noise * random.nextGaussian();
        }
        return DonorNoise.ceiling(first, second, sizes);
    }

    @Test
    void donorsThatAreAllAlikeLeaveRoomForOne() {
        assertEquals(1, ceiling(0), 1e-12);
    }

    /** Variance between sets 1, of the donors' mean s^2 / 2: the truth's correlation with what is measured is 1 / sqrt(1 + s^2 / 2). */
    @Test
    void ceilingIsWhatTheTruthItselfWouldReach() {
        assertEquals(1 / Math.sqrt(1.5), ceiling(1), 0.02);
        assertEquals(1 / Math.sqrt(3), ceiling(2), 0.03);
    }

    @Test
    void chanceAloneLeavesNoRoom() {
        double[] first = {1, -1, 1, -1};
        double[] second = Arrays.stream(first).map(value -> -value).toArray();
        assertEquals(0, DonorNoise.ceiling(first, second, new int[] {1, 1, 1, 1}));
    }
}
