package io.limen.explainer.domain.strategy;

import static io.limen.explainer.domain.strategy.PerceptualStrategy.GLOBAL;
import static io.limen.explainer.domain.strategy.PerceptualStrategy.LOCAL;
import static io.limen.explainer.domain.strategy.PerceptualStrategy.SEQUENTIAL;
import static io.limen.explainer.domain.strategy.PerceptualStrategy.UNDETERMINED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.effect.EffectMoments;
import io.limen.explainer.domain.strategy.StrategyFeatures.Classification;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Planted effects of one standard error and less, so that hardly a block beyond the region's surroundings is significant. */
class StrategyJudgementTest {

    private static final BlockGeometry GEOMETRY = NoisyMaps.GEOMETRY;
    private static final int MAPS = 20;

    /** Standard deviation of one draw where nothing else is said: 50 draws leave an error of 0.057 points. */
    private static final double SPREAD = 0.4;

    private static double near(int block) {
        return -1.5 * Math.exp(-GEOMETRY.radius(block) / 0.4);
    }

    private static IntToDoubleFunction signs(long seed) {
        double[] signs = new Random(seed)
                .ints(GEOMETRY.size(), 0, 2)
                .mapToDouble(bit -> 2 * bit - 1)
                .toArray();
        return block -> signs[block];
    }

    @Test
    void effectsTooSmallToShowBlockByBlockStillReachFar() {
        IntToDoubleFunction sign = signs(1);
        NoisyMaps maps = new NoisyMaps(i -> near(i) + 0.07 * sign.applyAsDouble(i), i -> SPREAD, 2);

        assertTrue(bySignificantBlocksAlone(maps.next()).causalRadius() < 0.4, "planted far effects are significant");
        assertEquals(Map.of(GLOBAL, MAPS), classes(maps));
    }

    @Test
    void noiseAllOverTheImageIsNoReach() {
        NoisyMaps maps = new NoisyMaps(StrategyJudgementTest::near, i -> 0.75 * SPREAD, 3);

        Map<PerceptualStrategy, Integer> classes = classes(maps);

        assertTrue(classes.getOrDefault(LOCAL, 0) >= 0.9 * MAPS, classes::toString);
        assertEquals(0, classes.getOrDefault(GLOBAL, 0) + classes.getOrDefault(SEQUENTIAL, 0), classes::toString);
    }

    @Test
    void smallEffectsAlongRowsAndColumnsAreSequential() {
        IntToDoubleFunction sign = signs(4);
        NoisyMaps maps = new NoisyMaps(
                i -> near(i) + (GEOMETRY.inBand(i) ? 0.12 : 0.02) * sign.applyAsDouble(i), i -> SPREAD, 5);

        assertEquals(Map.of(SEQUENTIAL, MAPS), classes(maps));
    }

    @Test
    void aMapTooNoisyForAnAnswerGetsNone() {
        // the error of a far block, 0.28 points, may hide five times what is seen near the region, or nothing
        NoisyMaps maps = new NoisyMaps(StrategyJudgementTest::near, i -> GEOMETRY.radius(i) < 0.3 ? SPREAD : 2, 6);

        Map<PerceptualStrategy, Integer> classes = classes(maps);

        assertTrue(classes.getOrDefault(UNDETERMINED, 0) >= 0.9 * MAPS, classes::toString);
    }

    @Test
    void errorsThatNobodyKnowsLeaveTheJudgementToWhatIsSignificant() {
        MeasuredEffects map = NoisyMaps.local(7).next();
        double[] errors = map.standardErrors().clone();
        Arrays.setAll(errors, i -> map.significant()[i] ? errors[i] : EffectMoments.UNKNOWN_STANDARD_ERROR);

        Classification classification = judge(new MeasuredEffects(map.ate(), errors, map.significant(), map.tau()));

        assertEquals(LOCAL, classification.strategy());
    }

    @Test
    void theSameSeedGivesTheSameProbabilities() {
        MeasuredEffects map = NoisyMaps.global(8).next();

        assertEquals(judge(map), judge(map));
    }

    private static Map<PerceptualStrategy, Integer> classes(NoisyMaps maps) {
        Map<PerceptualStrategy, Integer> counts = new EnumMap<>(PerceptualStrategy.class);
        for (int i = 0; i < MAPS; i++) {
            counts.merge(judge(maps.next()).strategy(), 1, Integer::sum);
        }
        return counts;
    }

    private static Classification judge(MeasuredEffects map) {
        return new StrategyJudgement(GEOMETRY, 9).of(map);
    }

    private static PatternOfEffects bySignificantBlocksAlone(MeasuredEffects map) {
        double[] sizes = Arrays.stream(map.told()).map(Math::abs).toArray();
        return PatternOfEffects.of(sizes, GEOMETRY).orElseThrow();
    }
}
