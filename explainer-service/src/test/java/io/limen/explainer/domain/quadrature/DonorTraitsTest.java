package io.limen.explainer.domain.quadrature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.intervention.PatchBank;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DonorTraitsTest {

    @Property(tries = 100)
    void chancesAreAboveZeroAndSumToOne(@ForAll @IntRange(min = 1, max = 200) int donors, @ForAll long seed) {
        DonorTraits traits = PlantedTable.donors(donors, seed);

        assertEquals(1, Arrays.stream(traits.chances()).sum(), 1e-9);
        assertTrue(Arrays.stream(traits.chances()).allMatch(chance -> chance >= 0.7 / donors));
    }

    @Property(tries = 100)
    void traitsAreStandardisedAndUncorrelated(@ForAll @IntRange(min = 3, max = 200) int donors, @ForAll long seed) {
        DonorTraits traits = PlantedTable.donors(donors, seed);

        assertEquals(0, meanProduct(traits.brightness(), ones(donors)), 1e-9);
        assertEquals(1, meanProduct(traits.brightness(), traits.brightness()), 1e-9);
        assertEquals(0, meanProduct(traits.tint(), ones(donors)), 1e-9);
        assertEquals(1, meanProduct(traits.tint(), traits.tint()), 1e-9);
        assertEquals(0, meanProduct(traits.tint(), traits.brightness()), 1e-9);
    }

    @Property(tries = 100)
    void everyDonorLiesInOneStripFromDarkToBrightAndByTintWithinIt(
            @ForAll @IntRange(min = 1, max = 200) int donors, @ForAll long seed) {
        DonorTraits traits = PlantedTable.donors(donors, seed);

        int[] all =
                traits.strips().stream().flatMapToInt(Arrays::stream).sorted().toArray();
        assertArrayEquals(IntStream.range(0, donors).toArray(), all);
        double brightestSoFar = Double.NEGATIVE_INFINITY;
        for (int[] strip : traits.strips()) {
            double[] brightness = Arrays.stream(strip)
                    .mapToDouble(donor -> traits.brightness()[donor])
                    .sorted()
                    .toArray();
            assertTrue(brightestSoFar <= brightness[0]);
            brightestSoFar = brightness[brightness.length - 1];
            for (int i = 1; i < strip.length; i++) {
                assertTrue(traits.tint()[strip[i - 1]] <= traits.tint()[strip[i]]);
            }
        }
    }

    @Test
    void aThousandDonorsLieInFortyStrips() {
        DonorTraits traits = PlantedTable.donors(1000, 1);

        assertEquals(40, traits.strips().size());
        assertTrue(traits.strips().stream().allMatch(strip -> strip.length == 25));
    }

    @Test
    void aLonelyDarkDonorIsDrawnMoreOftenThanOneOfTheCrowd() {
        DonorTraits traits = DonorTraits.of(gray(0.8f, 0.7f, 0, 0.72f, 0.75f));

        // 0.7 of 1/5, and 0.3 of the distances 0.7, (0.72 - 0), (0.75 - 0.7), (0.8 - 0.72), 0.05, halved, over 0.8
        double[] distances = {0.05, 0.72, 0.7, 0.05, 0.08};
        double[] expected = Arrays.stream(distances)
                .map(distance -> 0.7 / 5 + 0.3 * distance / 2 / 0.8)
                .toArray();
        assertArrayEquals(expected, traits.chances(), 1e-6);
    }

    @Test
    void donorsThatLookAlikeHaveNoTraitsAndEqualChances() {
        DonorTraits traits = DonorTraits.of(gray(0.5f, 0.5f, 0.5f, 0.5f));

        assertArrayEquals(new double[4], traits.brightness());
        assertArrayEquals(new double[4], traits.tint());
        assertArrayEquals(new double[] {0.25, 0.25, 0.25, 0.25}, traits.chances());
        assertArrayEquals(
                new int[] {0, 1, 2, 3},
                traits.strips().stream().flatMapToInt(Arrays::stream).toArray());
    }

    @Test
    void tintIsTheFirstChannelOverTheLast() {
        // equally bright: red, gray, blue
        PatchBank colours = new PatchBank(
                1,
                3,
                List.of(new float[] {1, 0.5f, 0}, new float[] {0.5f, 0.5f, 0.5f}, new float[] {0, 0.5f, 1}),
                "e".repeat(64));

        DonorTraits traits = DonorTraits.of(colours);

        assertArrayEquals(new double[3], traits.brightness(), 1e-12);
        assertArrayEquals(new double[] {Math.sqrt(1.5), 0, -Math.sqrt(1.5)}, traits.tint(), 1e-12);
    }

    @Test
    void tintOfAGrayPatchIsItsContrast() {
        PatchBank flatAndStriped = new PatchBank(
                2, 1, List.of(new float[] {0.5f, 0.5f, 0.5f, 0.5f}, new float[] {1, 0, 1, 0}), "e".repeat(64));

        assertArrayEquals(new double[] {-1, 1}, DonorTraits.of(flatAndStriped).tint(), 1e-12);
    }

    private static PatchBank gray(float... values) {
        List<float[]> patches = new java.util.ArrayList<>();
        for (float value : values) {
            patches.add(new float[] {value});
        }
        return new PatchBank(1, 1, patches, "e".repeat(64));
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double meanProduct(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i] / a.length;
        }
        return sum;
    }
}
