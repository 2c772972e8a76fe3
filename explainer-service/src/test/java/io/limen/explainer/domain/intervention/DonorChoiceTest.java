package io.limen.explainer.domain.intervention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.image.Block;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DonorChoiceTest {

    @Property
    void theDonorIsInTheBankAndDependsOnNothingButTheCounters(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 5000) int bankSize,
            @ForAll @IntRange(min = 0, max = 5000) int block,
            @ForAll DrawPhase phase,
            @ForAll @IntRange(min = 0, max = 200) int draw) {
        int donor = new DonorChoice(seed, bankSize).donor(block(block), phase, draw);

        assertTrue(donor >= 0 && donor < bankSize);
        assertEquals(donor, new DonorChoice(seed, bankSize).donor(block(block), phase, draw));
    }

    @Test
    void donorsAreUniformOverTheBank() {
        int bankSize = 50;
        int[] counts = new int[bankSize];
        DonorChoice choice = new DonorChoice(7, bankSize);
        for (int block = 0; block < 1000; block++) {
            for (int draw = 0; draw < 50; draw++) {
                counts[choice.donor(block(block), DrawPhase.ESTIMATION, draw)]++;
            }
        }

        double chiSquare = IntStream.of(counts)
                .mapToDouble(count -> (count - 1000.0) * (count - 1000.0) / 1000)
                .sum();

        // 49 degrees of freedom: between the 0.01 % and 99.99 % quantiles
        assertTrue(chiSquare > 18 && chiSquare < 97, () -> "chi-square " + chiSquare);
    }

    @Test
    void neighbouringCountersAndSeedsGiveUnrelatedDonors() {
        DonorChoice choice = new DonorChoice(1, 1000);
        int sameBlock = 0;
        int samePhase = 0;
        int sameSeed = 0;
        for (int draw = 0; draw < 1000; draw++) {
            int donor = choice.donor(block(3), DrawPhase.SCREENING, draw);
            sameBlock += donor == choice.donor(block(4), DrawPhase.SCREENING, draw) ? 1 : 0;
            samePhase += donor == choice.donor(block(3), DrawPhase.ESTIMATION, draw) ? 1 : 0;
            sameSeed += donor == new DonorChoice(2, 1000).donor(block(3), DrawPhase.SCREENING, draw) ? 1 : 0;
        }

        // one in a thousand agrees by chance
        assertTrue(sameBlock < 8 && samePhase < 8 && sameSeed < 8);
        assertNotEquals(choice.donor(block(3), DrawPhase.SCREENING, 0), choice.donor(block(3), DrawPhase.SCREENING, 1));
    }

    private static Block block(int index) {
        return new Block(index, 0, 0, 8, 8);
    }
}
