package io.limen.aggregator.domain.heterogeneity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClassEntropyTest {

    @Test
    void twoClassesAlikeAreLnTwoAndTheCorrection() {
        assertEquals(
                Math.log(2) + 1.0 / 20, ClassEntropy.of(List.of(5L, 5L, 0L)).orElseThrow(), 1e-12);
    }

    @Test
    void aSingleClassHasNoEntropy() {
        assertEquals(0, ClassEntropy.of(List.of(7L)).orElseThrow(), 1e-12);
    }

    @Test
    void withoutAnExplanationThereIsNone() {
        assertTrue(ClassEntropy.of(List.of()).isEmpty());
        assertTrue(ClassEntropy.of(List.of(0L)).isEmpty());
    }

    @Test
    void theCorrectionTakesMostOfTheBiasOfFewExplanations() {
        Random random = new Random(17);
        double corrected = 0;
        double plain = 0;
        int repetitions = 4_000;
        for (int repetition = 0; repetition < repetitions; repetition++) {
            long[] counts = new long[4];
            for (int index = 0; index < 30; index++) {
                counts[random.nextInt(4)]++;
            }
            List<Long> boxed = new ArrayList<>();
            for (long count : counts) {
                boxed.add(count);
            }
            corrected += ClassEntropy.of(boxed).orElseThrow() / repetitions;
            plain += ShannonEntropy.of(boxed) / repetitions;
        }

        assertEquals(Math.log(4), corrected, 0.2 * (Math.log(4) - plain));
    }
}
