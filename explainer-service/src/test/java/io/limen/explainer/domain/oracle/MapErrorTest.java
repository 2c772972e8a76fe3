package io.limen.explainer.domain.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MapErrorTest {

    private static final int TRIALS = 2000;

    private final PlantedMap map = new PlantedMap();
    private final Random random = new Random(7);

    @Test
    void errorOfEveryBlockIsFoundExactlyWhenAllAreSampledWithTheWholeBank() {
        double[] errors = random.doubles(PlantedMap.BLOCKS, -1, 1).toArray();
        double known =
                Arrays.stream(errors).map(error -> error * error).average().orElseThrow();

        MapError error = MapError.of(map.oracle(PlantedMap.BLOCKS, PlantedMap.DONORS, random), map.offBy(errors));

        assertEquals(known, error.meanSquare(), 1e-9);
        assertEquals(0, error.standardError());
        assertEquals(Math.sqrt(known), error.root(), 1e-9);
    }

    @Test
    void sampleOfBlocksWithFewDrawsIsRightOnAverage() {
        double[] errors = new double[PlantedMap.BLOCKS];
        for (int block = 0; block < errors.length; block++) {
            errors[block] = random.nextGaussian() * Math.abs(map.truth[block]) / 4;
        }
        double known =
                Arrays.stream(errors).map(error -> error * error).average().orElseThrow();

        double mean = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            mean += MapError.of(map.oracle(48, 20, random), map.offBy(errors)).meanSquare() / TRIALS;
        }

        assertEquals(known, mean, 0.03 * known);
    }

    @Test
    void errorBelowTheOraclesOwnIsNotTakenForError() {
        List<Estimate> perfect = map.offBy(new double[PlantedMap.BLOCKS]);

        double mean = 0;
        double negative = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            MapError error = MapError.of(map.oracle(48, 20, random), perfect);
            mean += error.meanSquare() / TRIALS;
            negative += error.meanSquare() < 0 ? 1 : 0;
            assertTrue(error.meanSquare() > 0 || error.root() == 0);
        }

        // the oracle's own mean square error is 0.04
        assertEquals(0, mean, 0.002);
        assertTrue(negative > 0.2 * TRIALS, negative + " below 0");
    }

    @Test
    void standardErrorTellsHowFarSamplesLieApart() {
        double[] errors = new double[PlantedMap.BLOCKS];
        for (int block = 0; block < errors.length; block++) {
            errors[block] = random.nextGaussian();
        }
        double[] squares = new double[TRIALS];
        double reported = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            MapError error = MapError.of(map.oracle(48, PlantedMap.DONORS, random), map.offBy(errors));
            squares[trial] = error.meanSquare();
            reported += error.standardError() * error.standardError() / TRIALS;
        }
        double mean = Arrays.stream(squares).average().orElseThrow();
        double spread = Arrays.stream(squares)
                .map(square -> (square - mean) * (square - mean))
                .average()
                .orElseThrow();

        assertEquals(Math.sqrt(spread), Math.sqrt(reported), 0.1 * Math.sqrt(spread));
    }
}
