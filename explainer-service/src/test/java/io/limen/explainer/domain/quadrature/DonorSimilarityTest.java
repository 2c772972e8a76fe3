package io.limen.explainer.domain.quadrature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DonorSimilarityTest {

    @Property(tries = 60)
    void similarityIsSymmetricInZeroToOneAndOneWithItself(
            @ForAll @IntRange(min = 1, max = 64) int donors, @ForAll boolean predicted, @ForAll long seed) {
        DonorSimilarity.OnBlock alike = alike(donors, predicted, seed);

        for (int a = 0; a < donors; a++) {
            assertEquals(1, alike.between(a, a), 1e-12);
            for (int b = 0; b < a; b++) {
                assertEquals(alike.between(a, b), alike.between(b, a));
                assertTrue(alike.between(a, b) > 0 && alike.between(a, b) <= 1);
            }
        }
    }

    @Property(tries = 60)
    void theMeansOfABankOfUpTo64DonorsAreExact(
            @ForAll @IntRange(min = 1, max = 64) int donors, @ForAll boolean predicted, @ForAll long seed) {
        DonorSimilarity.OnBlock alike = alike(donors, predicted, seed);

        double all = 0;
        for (int a = 0; a < donors; a++) {
            double mean = 0;
            for (int b = 0; b < donors; b++) {
                mean += alike.between(a, b) / donors;
            }
            assertEquals(mean, alike.toBank(a), 1e-9);
            all += mean / donors;
        }
        assertEquals(all, alike.withinBank(), 1e-9);
    }

    @Test
    void ofALargeBankSomePredictionsStandForAll() {
        DonorTraits traits = PlantedTable.donors(1000, 5);
        // predictions that follow brightness, as those of gradients do
        Prediction prediction =
                Prediction.of(Arrays.stream(traits.brightness()).map(Math::sinh).toArray());
        DonorSimilarity.OnBlock alike = new DonorSimilarity(traits).on(prediction);

        for (int a = 0; a < 1000; a += 100) {
            double mean = 0;
            for (int b = 0; b < 1000; b++) {
                mean += alike.between(a, b) / 1000;
            }
            assertEquals(mean, alike.toBank(a), 0.01);
        }
    }

    @Test
    void twoDonorsAreAsAlikeAsTheirTraits() {
        DonorTraits traits = PlantedTable.donors(2, 1);

        // two donors have no tint of their own; they are apart by 2 in brightness
        assertEquals(0, traits.tint()[0] - traits.tint()[1], 1e-6);
        assertEquals(
                matern(2.0 / 3),
                new DonorSimilarity(traits).on(Prediction.none(2)).between(0, 1),
                1e-9);
    }

    @Test
    void aPredictionCountsAsMuchAsTheTraits() {
        DonorSimilarity similarity = new DonorSimilarity(PlantedTable.donors(4, 1));
        double byTraits = similarity.on(Prediction.none(4)).between(0, 1);
        double byTraitsOfOthers = similarity.on(Prediction.none(4)).between(0, 2);

        DonorSimilarity.OnBlock informed = similarity.on(Prediction.of(new double[] {1, 1, -1, -1}));

        assertEquals((byTraits + 1) / 2, informed.between(0, 1), 1e-12);
        assertEquals((byTraitsOfOthers + matern(2.0 / 3)) / 2, informed.between(0, 2), 1e-12);
    }

    private static double matern(double distance) {
        return (1 + Math.sqrt(3) * distance) * Math.exp(-Math.sqrt(3) * distance);
    }

    @Test
    void predictionsKnowTheirMeanAndDeviation() {
        Prediction prediction = Prediction.of(new double[] {-1, 1, 3, 5});

        assertEquals(2, prediction.mean());
        assertEquals(Math.sqrt(5), prediction.deviation(), 1e-12);
        assertTrue(prediction.informative());
        assertFalse(Prediction.none(4).informative());
        assertFalse(Prediction.of(new double[] {2, 2, 2}).informative());
    }

    private static DonorSimilarity.OnBlock alike(int donors, boolean predicted, long seed) {
        DonorSimilarity similarity = new DonorSimilarity(PlantedTable.donors(donors, seed));
        return similarity.on(
                predicted
                        ? Prediction.of(new Random(seed).doubles(donors, -1, 1).toArray())
                        : Prediction.none(donors));
    }
}
