package io.limen.explainer.domain.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.strategy.StrategyFeatures.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Recomputes the features with plain loops over pixels' coordinates, from the definitions and not from the code. */
class StrategyAnalysisTest {

    private static final double TOLERANCE = 1e-9;
    private static final BlockGrid GRID = new BlockGrid(124, 96, 8);

    private static MeasuredEffects exactly(double[] ate, boolean[] significant) {
        return new MeasuredEffects(ate, new double[ate.length], significant, 0);
    }

    @Test
    void everyFeatureEqualsItsDefinitionOnRandomMaps() {
        Random random = new Random(20260101);
        for (int round = 0; round < 20; round++) {
            RegionOfInterest region =
                    new RegionOfInterest(random.nextInt(80), random.nextInt(60), 16 + random.nextInt(20), 20);
            List<Block> blocks = GRID.treated(region);
            double[] ate = new double[blocks.size()];
            boolean[] significant = new boolean[ate.length];
            for (int i = 0; i < ate.length; i++) {
                ate[i] = random.nextInt(3) == 0 ? 0 : 5 * random.nextGaussian();
                significant[i] = ate[i] != 0 && random.nextBoolean();
            }

            StrategyFeatures features =
                    new StrategyAnalysis(GRID, region, round).features(exactly(ate, significant), true, true);

            assertFeatures(features, new PlainFeatures(blocks, region, ate, significant));
        }
    }

    private static void assertFeatures(StrategyFeatures features, PlainFeatures plain) {
        assertEquals(plain.share(-1), features.supportingShare(), TOLERANCE);
        assertEquals(plain.share(1), features.hinderingShare(), TOLERANCE);
        assertEquals(plain.share(0), features.irrelevantShare(), TOLERANCE);
        Shape shape = features.shape().orElseThrow();
        assertEquals(plain.locality(), shape.locality(), TOLERANCE);
        assertEquals(plain.enrichment(), shape.enrichment().orElseThrow(), TOLERANCE);
        assertEquals(plain.causalRadius(), shape.causalRadius(), TOLERANCE);
        assertEquals(plain.entropy(), shape.entropy(), TOLERANCE);
        assertEquals(plain.participation(), shape.participation(), TOLERANCE);
        assertEquals(plain.gini(), shape.gini(), TOLERANCE);
        assertEquals(plain.signBalance(), shape.signBalance().orElseThrow(), TOLERANCE);
        assertEquals(plain.axisEnrichment(), shape.axis().orElseThrow().value(), TOLERANCE);
        assertEquals(plain.scanAsymmetry(), shape.scan().orElseThrow().value(), TOLERANCE);
        double[] profile = features.profile();
        for (int cell = 0; cell < profile.length; cell++) {
            assertEquals(plain.profile()[cell], profile[cell], TOLERANCE);
        }
        assertEquals(1, Arrays.stream(profile).sum(), TOLERANCE);
        assertEquals(
                1,
                features.classification().probabilities().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum(),
                TOLERANCE);
    }

    @Test
    void aUniformMapIsTheZeroPointOfEveryFeature() {
        RegionOfInterest region = new RegionOfInterest(40, 40, 16, 16);
        double[] ate = new double[GRID.treated(region).size()];
        boolean[] significant = new boolean[ate.length];
        Arrays.fill(ate, -2);
        Arrays.fill(significant, true);

        Shape shape = new StrategyAnalysis(GRID, region, 1)
                .features(exactly(ate, significant), true, true)
                .shape()
                .orElseThrow();

        assertEquals(1, shape.enrichment().orElseThrow(), TOLERANCE);
        assertEquals(1, shape.causalRadius(), TOLERANCE);
        assertEquals(1, shape.entropy(), TOLERANCE);
        assertEquals(1, shape.participation(), TOLERANCE);
        assertEquals(0, shape.gini(), TOLERANCE);
        assertEquals(-1, shape.signBalance().orElseThrow(), TOLERANCE);
        assertEquals(0, shape.axis().orElseThrow().value(), TOLERANCE);
        assertEquals(1, shape.axis().orElseThrow().pValue());
        assertEquals(1, shape.scan().orElseThrow().pValue());
    }

    @Test
    void aMapWithoutASignificantBlockHasNoShape() {
        RegionOfInterest region = new RegionOfInterest(40, 40, 16, 16);
        double[] ate = new double[GRID.treated(region).size()];
        ate[3] = -1;

        StrategyFeatures features =
                new StrategyAnalysis(GRID, region, 1).features(exactly(ate, new boolean[ate.length]), false, true);

        assertTrue(features.shape().isEmpty());
        assertEquals(PerceptualStrategy.NONE, features.classification().strategy());
        assertEquals(1.0 / ate.length, features.supportingShare());
        assertEquals(0, Arrays.stream(features.profile()).sum());
    }

    @Test
    void nothingSignificantInAMapThatWasCutShortSaysNothing() {
        RegionOfInterest region = new RegionOfInterest(40, 40, 16, 16);
        double[] ate = new double[GRID.treated(region).size()];
        ate[3] = -1;

        StrategyFeatures features =
                new StrategyAnalysis(GRID, region, 1).features(exactly(ate, new boolean[ate.length]), false, false);

        assertEquals(PerceptualStrategy.UNDETERMINED, features.classification().strategy());
        assertEquals(1, features.classification().probabilities().get(PerceptualStrategy.UNDETERMINED));
    }

    @Test
    void whatCanNotBeMeasuredIsEmpty() {
        // one row of blocks: every block is in the band; the region at its start: nothing comes before it
        BlockGrid row = new BlockGrid(8, 64, 8);
        RegionOfInterest region = new RegionOfInterest(0, 0, 8, 8);
        double[] ate = {0, 0, 0, 0, 0, 0, -1};
        boolean[] significant = {false, false, false, false, false, false, true};

        Shape shape = new StrategyAnalysis(row, region, 1)
                .features(exactly(ate, significant), false, true)
                .shape()
                .orElseThrow();

        assertTrue(shape.axis().isEmpty());
        assertTrue(shape.scan().isEmpty());
        assertTrue(shape.signBalance().isEmpty());
        assertEquals(0, shape.locality());
        assertFalse(shape.enrichment().isEmpty());
    }

    @Test
    void aMapOfOneBlockHasFeatures() {
        BlockGrid two = new BlockGrid(8, 16, 8);

        StrategyFeatures features = new StrategyAnalysis(two, new RegionOfInterest(0, 0, 8, 8), 1)
                .features(exactly(new double[] {-3}, new boolean[] {true}), false, true);

        Shape shape = features.shape().orElseThrow();
        assertEquals(0, shape.entropy());
        assertEquals(1, shape.participation());
        assertEquals(PerceptualStrategy.UNDETERMINED, features.classification().strategy());
    }
}
