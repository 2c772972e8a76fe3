package io.limen.explainer.domain.intervention;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.image.Block;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThinnedDonorsTest {

    private static final Block BLOCK = new Block(7, 0, 0, 8, 8);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 1000})
    void aWalkRepeatsNoDonorAndExhaustsTheBank(int size) {
        ThinnedDonors.Walk walk = evenly(42, size).walk(BLOCK);

        BitSet seen = new BitSet();
        for (int draw = 0; draw < size; draw++) {
            assertEquals(size - draw, walk.left());
            int donor = walk.next();
            assertFalse(seen.get(donor), () -> "twice: " + donor);
            seen.set(donor);
        }

        assertEquals(size, seen.cardinality());
        assertEquals(size, seen.length());
        assertEquals(0, walk.left());
        assertThrows(IllegalStateException.class, walk::next);
    }

    @Property(tries = 200)
    void aWalkExhaustsTheBankHoweverUnequalTheChances(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int size) {
        Random random = new Random(seed);
        double[] chances = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            chances[i] = Math.pow(10, -6 * random.nextDouble());
            sum += chances[i];
        }
        for (int i = 0; i < size; i++) {
            chances[i] /= sum;
        }

        ThinnedDonors.Walk walk = new ThinnedDonors(seed, strips(size), chances).walk(BLOCK);

        int[] drawn = IntStream.generate(walk::next).limit(size).sorted().toArray();
        assertArrayEquals(inOrder(size), drawn);
    }

    @Property(tries = 100)
    void everyBeginningIsSpreadEvenlyOverTheStrips(@ForAll long seed, @ForAll @IntRange(min = 4, max = 100) int draws) {
        ThinnedDonors.Walk walk = evenly(seed, 1024).walk(BLOCK);

        int[] strips = IntStream.generate(walk::next)
                .limit(draws)
                .map(donor -> donor / 32)
                .sorted()
                .toArray();

        int largestGap = Math.max(strips[0], 32 - strips[draws - 1]);
        for (int i = 1; i < draws; i++) {
            largestGap = Math.max(largestGap, strips[i] - strips[i - 1]);
        }
        // of a Kronecker sequence by the golden ratio no gap is wider than 1.9 times the mean one, plus rounding
        assertTrue(largestGap <= 2 * 32.0 / draws + 2, largestGap + " of " + draws);
    }

    @Property(tries = 100)
    void everyBeginningIsSpreadEvenlyOverTheSquare(@ForAll long seed) {
        ThinnedDonors.Walk walk = evenly(seed, 1024).walk(BLOCK);

        int[] perTile = new int[16];
        IntStream.generate(walk::next).limit(128).forEach(donor -> perTile[donor / 32 / 8 * 4 + donor % 32 / 8]++);

        // 8 in each of 4x4 tiles; independent draws would leave tiles with 2 and fill others with 16. Of 400,000 shifts
        // of this sequence one in 10,000 has a tile of 12, and none has one of fewer than 6 or more than 12
        for (int inTile : perTile) {
            assertTrue(inTile >= 5 && inTile <= 13, Arrays.toString(perTile));
        }
    }

    @Test
    void donorsAreDrawnAsOftenAsTheirChances() {
        double[] chances = {0.5, 0.3, 0.15, 0.05};
        int[] first = new int[4];

        for (int index = 0; index < 10_000; index++) {
            first[
                    new ThinnedDonors(42, List.of(new int[] {3, 1}, new int[] {0}, new int[] {2}), chances)
                            .walk(new Block(index, 0, 0, 8, 8))
                            .next()]++;
        }

        for (int donor = 0; donor < 4; donor++) {
            assertEquals(chances[donor], first[donor] / 10_000.0, 0.015);
        }
    }

    @Test
    void seedAndBlockDecide() {
        int[] walk = walked(evenly(1, 100), BLOCK);

        assertArrayEquals(walk, walked(evenly(1, 100), BLOCK));
        assertFalse(Arrays.equals(walk, walked(evenly(2, 100), BLOCK)));
        assertFalse(Arrays.equals(walk, walked(evenly(1, 100), new Block(8, 0, 0, 8, 8))));
    }

    @Test
    void noBankAndOtherSizesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ThinnedDonors(1, List.of(), new double[0]));
        assertThrows(IllegalArgumentException.class, () -> new ThinnedDonors(1, List.of(new int[1]), new double[2]));
    }

    private static int[] walked(ThinnedDonors donors, Block block) {
        return IntStream.generate(donors.walk(block)::next).limit(20).toArray();
    }

    private static ThinnedDonors evenly(long seed, int size) {
        double[] chances = new double[size];
        Arrays.fill(chances, 1.0 / size);
        return new ThinnedDonors(seed, strips(size), chances);
    }

    /** Strips of 32 donors in their order, the last one shorter. */
    private static List<int[]> strips(int size) {
        return IntStream.range(0, (size + 31) / 32)
                .mapToObj(strip -> IntStream.range(32 * strip, Math.min(size, 32 * strip + 32))
                        .toArray())
                .toList();
    }

    private static int[] inOrder(int size) {
        return IntStream.range(0, size).toArray();
    }
}
