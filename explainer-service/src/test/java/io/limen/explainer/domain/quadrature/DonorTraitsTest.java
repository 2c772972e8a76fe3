package io.limen.explainer.domain.quadrature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.intervention.PatchBank;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DonorTraitsTest {

    @Property(tries = 100)
    void chancesAreAboveZeroAndSumToOne(@ForAll @IntRange(min = 1, max = 200) int donors, @ForAll long seed) {
        DonorTraits traits = PlantedTable.donors(donors, seed);

        assertEquals(1, Arrays.stream(traits.chances()).sum(), 1e-9);
        assertTrue(Arrays.stream(traits.chances()).allMatch(chance -> chance >= 0.5 / donors));
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
    void everyDonorHasItsPlaceFromDarkToBright(@ForAll @IntRange(min = 1, max = 200) int donors, @ForAll long seed) {
        DonorTraits traits = PlantedTable.donors(donors, seed);

        boolean[] seen = new boolean[donors];
        for (int rank = 0; rank < donors; rank++) {
            int donor = traits.byBrightness()[rank];
            seen[donor] = true;
            assertTrue(rank == 0 || traits.brightness()[traits.byBrightness()[rank - 1]] <= traits.brightness()[donor]);
        }
        for (boolean placed : seen) {
            assertTrue(placed);
        }
    }

    @Test
    void aLonelyDarkDonorIsDrawnMoreOftenThanOneOfTheCrowd() {
        DonorTraits traits = DonorTraits.of(gray(0.8f, 0.7f, 0, 0.72f, 0.75f));

        assertArrayEquals(new int[] {2, 1, 3, 4, 0}, traits.byBrightness());
        // half of 1/5, and half of the distances 0.7, (0.72 - 0), (0.75 - 0.7), (0.8 - 0.72), 0.05, halved, over 0.8
        double[] expected = {0.1 + 0.05 / 3.2, 0.1 + 0.72 / 3.2, 0.1 + 0.7 / 3.2, 0.1 + 0.05 / 3.2, 0.1 + 0.08 / 3.2};
        assertArrayEquals(expected, traits.chances(), 1e-6);
    }

    @Test
    void donorsThatLookAlikeHaveNoTraitsAndEqualChances() {
        DonorTraits traits = DonorTraits.of(gray(0.5f, 0.5f, 0.5f, 0.5f));

        assertArrayEquals(new double[4], traits.brightness());
        assertArrayEquals(new double[4], traits.tint());
        assertArrayEquals(new double[] {0.25, 0.25, 0.25, 0.25}, traits.chances());
        assertArrayEquals(new int[] {0, 1, 2, 3}, traits.byBrightness());
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
