package io.limen.producer.domain.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhantomGeneratorTest {

    private static final int SIZE = 64;
    private static final int PHANTOMS = 100;

    private static final PhantomMix BARE = new PhantomMix(0, 0, 0, 0, 0, 0, new Range(0.0, 0.35), new Range(-0.7, 0.9));

    private final PhantomGenerator steady = new PhantomGenerator(PhantomMix.steady());

    @Test
    void sameSeedGivesTheSamePictureBitForBit() {
        // Given
        PhantomGenerator another = new PhantomGenerator(PhantomMix.steady());
        for (long seed = 0; seed < 20; seed++) {
            // When
            Phantom first = steady.generate(SIZE, seed);
            // Then
            assertEquals(first, another.generate(SIZE, seed), "seed " + seed);
        }
    }

    /** Seeds stand in documents and model cards, so a picture must not change by accident. A wanted change updates these. */
    @Test
    void picturesAreThoseOfEarlierReleases() {
        assertEquals("ad6484ce", checksum(PhantomMix.steady()));
        assertEquals("437d2230", checksum(PhantomMix.drifted()));
    }

    @Test
    void differentSeedsGiveDifferentPictures() {
        Set<Phantom> seen = new HashSet<>();
        for (long seed = 0; seed < 50; seed++) {
            seen.add(steady.generate(SIZE, seed));
        }
        assertEquals(50, seen.size());
    }

    @Test
    void lesionIsTheSameAtEverySize() {
        double overlap = 0;
        for (long seed = 0; seed < 10; seed++) {
            boolean[] small = steady.generate(64, seed).mask();
            boolean[] large = steady.generate(128, seed).mask();
            overlap += dice(small, everySecond(large, 128)) / 10;
        }
        assertTrue(overlap > 0.95, "mean Dice between sizes: " + overlap);
    }

    @Test
    void lesionIsOneConnectedRegionOfSensibleSize() {
        double shares = 0;
        for (long seed = 0; seed < PHANTOMS; seed++) {
            Phantom phantom = steady.generate(SIZE, seed);
            double share = share(phantom.mask());
            assertTrue(share > 0.01 && share < 0.8, "seed " + seed + ": share " + share);
            assertEquals(
                    share, share(ConnectedRegion.largest(phantom.mask(), SIZE)), "seed " + seed + " has several parts");
            shares += share / PHANTOMS;
        }
        // Public dermoscopy sets: mean share 0.27.
        assertTrue(shares > 0.18 && shares < 0.33, "mean share " + shares);
    }

    @Test
    void lesionIsDarkerThanTheSkinAroundIt() {
        PhantomGenerator bare = new PhantomGenerator(BARE);
        for (long seed = 0; seed < PHANTOMS; seed++) {
            Phantom phantom = bare.generate(SIZE, seed);
            double inside = brightness(phantom, true);
            double outside = brightness(phantom, false);
            assertTrue(inside + 5 < outside, "seed " + seed + ": " + inside + " inside, " + outside + " outside");
        }
    }

    @Test
    void anotherMixKeepsTheLesion() {
        PhantomMix hairy = new PhantomMix(1, 0, 1, 1, 0, 0, new Range(0.6, 0.9), new Range(-1, -0.5));
        for (long seed = 0; seed < 10; seed++) {
            Phantom plain = new PhantomGenerator(BARE).generate(SIZE, seed);
            Phantom changed = new PhantomGenerator(hairy).generate(SIZE, seed);
            assertEquals(1.0, dice(plain.mask(), changed.mask()), "seed " + seed);
            assertNotEquals(plain, changed);
        }
    }

    @Test
    void chartsAndDarkCornersAreNoLesion() {
        PhantomMix covered = new PhantomMix(0, 1, 0, 0, 1, 0, BARE.skinTone(), BARE.warmth());
        int smaller = 0;
        for (long seed = 0; seed < 60; seed++) {
            boolean[] open = new PhantomGenerator(BARE).generate(SIZE, seed).mask();
            boolean[] seen = new PhantomGenerator(covered).generate(SIZE, seed).mask();
            for (int i = 0; i < open.length; i++) {
                assertTrue(open[i] || !seen[i], "covering must not add lesion, seed " + seed);
            }
            smaller += share(seen) < share(open) ? 1 : 0;
        }
        assertTrue(smaller > 5, "lesions that something covers in part: " + smaller);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 2049, -1})
    void sizeOffTheRangeIsRefused(int size) {
        assertThrows(IllegalArgumentException.class, () -> steady.generate(size, 1));
    }

    /** CRC-32 over the pictures of the first 24 seeds. */
    private static String checksum(PhantomMix mix) {
        CRC32 checksum = new CRC32();
        for (long seed = 0; seed < 24; seed++) {
            int[] rgb = new PhantomGenerator(mix).generate(SIZE, seed).rgb();
            ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * rgb.length);
            bytes.asIntBuffer().put(rgb);
            checksum.update(bytes.array());
        }
        return String.format("%08x", checksum.getValue());
    }

    private static double share(boolean[] mask) {
        int count = 0;
        for (boolean pixel : mask) {
            count += pixel ? 1 : 0;
        }
        return count / (double) mask.length;
    }

    private static double brightness(Phantom phantom, boolean inside) {
        int[] rgb = phantom.rgb();
        boolean[] mask = phantom.mask();
        double sum = 0;
        int count = 0;
        for (int i = 0; i < rgb.length; i++) {
            if (mask[i] == inside) {
                sum += ((rgb[i] >> 16 & 255) + (rgb[i] >> 8 & 255) + (rgb[i] & 255)) / 3.0;
                count++;
            }
        }
        return sum / count;
    }

    private static double dice(boolean[] first, boolean[] second) {
        int both = 0;
        int sum = 0;
        for (int i = 0; i < first.length; i++) {
            both += first[i] && second[i] ? 1 : 0;
            sum += (first[i] ? 1 : 0) + (second[i] ? 1 : 0);
        }
        return 2.0 * both / sum;
    }

    private static boolean[] everySecond(boolean[] mask, int side) {
        boolean[] half = new boolean[mask.length / 4];
        for (int i = 0; i < half.length; i++) {
            half[i] = mask[i / (side / 2) * 2 * side + i % (side / 2) * 2];
        }
        return half;
    }
}
