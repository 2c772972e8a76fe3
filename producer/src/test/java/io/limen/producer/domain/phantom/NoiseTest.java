package io.limen.producer.domain.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NoiseTest {

    private static final int SAMPLES = 20_000;

    private final SplittableRandom places = new SplittableRandom(5);

    @Test
    void gradientNoiseIsCentredAndBounded() {
        GradientNoise noise = new GradientNoise(1);
        double sum = 0;
        double largest = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double value = noise.fractal(anywhere(), anywhere(), 4);
            sum += value;
            largest = Math.max(largest, Math.abs(value));
        }
        assertEquals(0, sum / SAMPLES, 0.02);
        assertTrue(largest > 0.6 && largest < 2, "largest " + largest);
    }

    @Test
    void gradientNoiseHasNoJumps() {
        GradientNoise noise = new GradientNoise(2);
        double step = 1e-4;
        for (int i = 0; i < SAMPLES; i++) {
            double x = anywhere();
            double y = anywhere();
            assertEquals(noise.at(x, y), noise.at(x + step, y + step), 20 * step);
        }
    }

    @Test
    void cellsKnowTheirTwoNearestPointsInOrder() {
        CellNoise noise = new CellNoise(3);
        for (int i = 0; i < SAMPLES; i++) {
            CellNoise.Cell cell = noise.at(anywhere(), anywhere());
            assertTrue(cell.toPoint() <= cell.toNext(), cell.toString());
            assertTrue(cell.character() >= 0 && cell.character() < 1, cell.toString());
        }
    }

    @Test
    void cellsHaveAboutOnePointPerUnitOfArea() {
        CellNoise noise = new CellNoise(4);
        double sum = 0;
        for (int i = 0; i < SAMPLES; i++) {
            sum += noise.at(anywhere(), anywhere()).toPoint();
        }
        double mean = sum / SAMPLES;
        // One point per unit of area: 0.3826 on a square grid, 0.5 when fully random; one anywhere in each square is
        // between.
        assertTrue(mean > 0.3826 && mean < 0.5, "mean distance " + mean);
    }

    private double anywhere() {
        return -50 + 100 * places.nextDouble();
    }
}
