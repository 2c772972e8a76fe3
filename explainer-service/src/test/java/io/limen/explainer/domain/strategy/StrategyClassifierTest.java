package io.limen.explainer.domain.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class StrategyClassifierTest {

    private static final BlockGrid GRID = new BlockGrid(256, 256, 8);
    private static final RegionOfInterest REGION = new RegionOfInterest(104, 120, 32, 32);
    private static final BlockGeometry GEOMETRY = new BlockGeometry(GRID, REGION);

    @Test
    void effectsAroundTheRegionAreLocal() {
        assertClass(PerceptualStrategy.LOCAL, i -> Math.exp(-4 * GEOMETRY.radius(i)));
    }

    @Test
    void effectsOnOneSideOfABoundaryAreStillLocal() {
        assertClass(PerceptualStrategy.LOCAL, i -> GEOMETRY.before(i) ? Math.exp(-4 * GEOMETRY.radius(i)) : 0);
    }

    @Test
    void effectsAllOverTheImageAreGlobal() {
        assertClass(PerceptualStrategy.GLOBAL, i -> 1);
    }

    @Test
    void effectsAlongRowsAndColumnsAreSequential() {
        assertClass(PerceptualStrategy.SEQUENTIAL, i -> GEOMETRY.inBand(i) ? 1 : 0.1);
    }

    @Test
    void aLocalMapWithAFewStragglersAlongTheAxesIsLocal() {
        assertClass(
                PerceptualStrategy.LOCAL,
                i -> GEOMETRY.radius(i) <= 0.6 ? 1 : GEOMETRY.inBand(i) && GEOMETRY.radius(i) <= 1.3 ? 0.05 : 0);
    }

    @Test
    void effectsBeforeTheRegionInScanOrderAreSequential() {
        assertClass(PerceptualStrategy.SEQUENTIAL, i -> GEOMETRY.before(i) ? 1 : 0.02);
    }

    @Test
    void oneBlockIsTooFewToTell() {
        assertClass(PerceptualStrategy.UNDETERMINED, i -> i == 500 ? 1 : 0);
    }

    @Test
    void aSmallChangeOfTheMapMovesTheProbabilitiesALittle() {
        StrategyFeatures one = features(i -> Math.exp(-1.00 * GEOMETRY.radius(i)));
        StrategyFeatures other = features(i -> Math.exp(-1.01 * GEOMETRY.radius(i)));

        for (PerceptualStrategy strategy : PerceptualStrategy.values()) {
            assertEquals(
                    one.classification().probabilities().get(strategy),
                    other.classification().probabilities().get(strategy),
                    0.05);
        }
    }

    private static void assertClass(PerceptualStrategy expected, IntToDoubleFunction size) {
        StrategyFeatures features = features(size);
        assertEquals(expected, features.classification().strategy(), features::toString);
        assertEquals(StrategyClassifier.VERSION, features.classification().version());
        assertTrue(features.classification().probabilities().containsKey(PerceptualStrategy.NONE));
    }

    /** The map of some sizes with multiplicative noise, all effects supporting. */
    private static StrategyFeatures features(IntToDoubleFunction size) {
        Random random = new Random(4);
        double[] ate = new double[GEOMETRY.size()];
        boolean[] significant = new boolean[ate.length];
        for (int i = 0; i < ate.length; i++) {
            ate[i] = -size.applyAsDouble(i) * (0.5 + random.nextDouble());
            significant[i] = Math.abs(ate[i]) > 0.01;
        }
        return new StrategyAnalysis(GRID, REGION, 8)
                .features(new MeasuredEffects(ate, new double[ate.length], significant, 0), false, true);
    }
}
