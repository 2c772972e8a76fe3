package io.limen.explainer.domain.quadrature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.explainer.domain.effect.Effect;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BlockDrawsTest {

    @Test
    void drawsAreKeptInTheirOrder() {
        BlockDraws draws = new BlockDraws();
        for (int i = 0; i < 9; i++) {
            draws.add(10 - i, new Effect(-i, i / 10.0));
        }

        assertEquals(9, draws.size());
        for (int i = 0; i < 9; i++) {
            assertEquals(10 - i, draws.donor(i));
            assertEquals(-i, draws.effect(i));
            assertEquals(i / 10.0, draws.area(i));
        }
        assertEquals(8, draws.largest());
    }

    @Test
    void withoutDrawsAllIsZero() {
        BlockDraws draws = new BlockDraws();

        assertEquals(0, draws.size());
        assertEquals(0, draws.largest());
        assertEquals(0, draws.variance(new double[] {1}));
    }

    @Property(tries = 100)
    void withEqualChancesTheVarianceIsThePlainOne(@ForAll @IntRange(min = 1, max = 50) int size, @ForAll long seed) {
        double[] effects = new Random(seed).doubles(size, -50, 50).toArray();
        double[] chances = new double[size];
        Arrays.fill(chances, 1.0 / size);
        BlockDraws draws = new BlockDraws();
        for (int donor = 0; donor < size; donor++) {
            draws.add(donor, new Effect(effects[donor], 0));
        }

        double mean = Arrays.stream(effects).average().orElseThrow();
        double variance = Arrays.stream(effects)
                .map(effect -> (effect - mean) * (effect - mean))
                .average()
                .orElseThrow();
        assertEquals(variance, draws.variance(chances), 1e-9);
    }

    @Test
    void aDonorDrawnTwiceAsOftenCountsHalf() {
        BlockDraws draws = new BlockDraws();
        draws.add(0, new Effect(3, 0));
        draws.add(1, new Effect(-3, 0));

        // weights 3/2 and 3: mean -1, squares (16 x 3/2 + 4 x 3) / (9/2)
        assertEquals(8, draws.variance(new double[] {2 / 3.0, 1 / 3.0}), 1e-12);
    }
}
