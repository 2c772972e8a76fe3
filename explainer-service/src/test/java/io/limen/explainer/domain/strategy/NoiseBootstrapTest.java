package io.limen.explainer.domain.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.effect.EffectMoments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NoiseBootstrapTest {

    /** The error told over the spread that is: which blocks are found differs between maps, and no single map shows that. */
    private static final double LEAST_RATIO = 0.5;

    private static final double GREATEST_RATIO = 1.6;

    /** What is left of the divergence that is nothing but noise, as a share of it, once the mean profile noise is taken off. */
    private static final double LEFT_OVER = 0.35;

    private static final int MAPS = 100;
    private static final int BOOTSTRAPPED = 16;

    private static final NoiseBootstrap BOOTSTRAP = new NoiseBootstrap(NoisyMaps.GEOMETRY, false, 9);

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of("local", NoisyMaps.local(1)),
                Arguments.of("global", NoisyMaps.global(2)),
                Arguments.of("few among many", NoisyMaps.fewAmongMany(3)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void errorsAreTheSpreadOverIndependentMapsOfOneCase(String name, NoisyMaps maps) {
        List<MeasuredEffects> drawn = Stream.generate(maps::next).limit(MAPS).toList();
        List<FeatureNoise> noises =
                drawn.stream().limit(BOOTSTRAPPED).map(BOOTSTRAP::of).toList();

        StringBuilder wrong = new StringBuilder();
        for (String feature :
                List.of("supportingShare", "hinderingShare", "locality", "causalRadius", "entropy", "gini")) {
            double truth = deviation(drawn, feature);
            double told = Math.sqrt(noises.stream()
                    .mapToDouble(noise -> Math.pow(noise.standardErrors().get(feature), 2))
                    .average()
                    .orElseThrow());
            if (!(told / truth >= LEAST_RATIO && told / truth <= GREATEST_RATIO)) {
                wrong.append(feature)
                        .append(' ')
                        .append(told)
                        .append(" for ")
                        .append(truth)
                        .append("; ");
            }
        }
        assertEquals("", wrong.toString(), name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void profileNoiseTakenOffLeavesLittleOfADivergenceThatIsNoise(String name, NoisyMaps maps) {
        ProfileSpread spread = new ProfileSpread();
        List<Double> noises = new ArrayList<>();
        for (int i = 0; i < MAPS; i++) {
            MeasuredEffects map = maps.next();
            spread.add(Profile.of(NoisyMaps.GEOMETRY, map.told()));
            if (i < BOOTSTRAPPED) {
                noises.add(BOOTSTRAP.of(map).profileNoise().orElseThrow());
            }
        }
        double divergence = spread.divergence(MAPS).orElseThrow();
        double noise =
                noises.stream().mapToDouble(Double::doubleValue).average().orElseThrow();

        assertTrue(divergence > 0.01, name + ": nothing to correct, " + divergence);
        assertTrue(Math.abs(divergence - noise) < LEFT_OVER * divergence, name + ": " + noise + " of " + divergence);
    }

    private static double deviation(List<MeasuredEffects> maps, String feature) {
        FeatureValues values = new FeatureValues(NoisyMaps.GEOMETRY, false);
        double[] found =
                maps.stream().mapToDouble(map -> values.of(map).get(feature)).toArray();
        double mean = Arrays.stream(found).average().orElseThrow();
        return Math.sqrt(Arrays.stream(found)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (found.length - 1));
    }

    @Test
    void theSameSeedGivesTheSameNoiseAndAnotherSeedAnother() {
        MeasuredEffects map = NoisyMaps.local(4).next();

        assertEquals(BOOTSTRAP.of(map), new NoiseBootstrap(NoisyMaps.GEOMETRY, false, 9).of(map));
        assertNotEquals(BOOTSTRAP.of(map), new NoiseBootstrap(NoisyMaps.GEOMETRY, false, 10).of(map));
    }

    @Test
    void aMapWithoutErrorsHasFeaturesWithoutErrors() {
        MeasuredEffects noisy = NoisyMaps.local(5).next();
        MeasuredEffects exact = new MeasuredEffects(noisy.ate(), new double[noisy.size()], noisy.significant(), 0.02);

        FeatureNoise noise = BOOTSTRAP.of(exact);

        Map<String, Double> none = new LinkedHashMap<>();
        new FeatureValues(NoisyMaps.GEOMETRY, false).of(exact).keySet().forEach(name -> none.put(name, 0.0));
        assertEquals(none, noise.standardErrors());
        assertEquals(0, noise.profileNoise().orElseThrow(), 1e-12);
    }

    @Test
    void ofAMapWithoutASignificantBlockOnlySharesHaveErrors() {
        NoisyMaps nothing = new NoisyMaps(i -> 0, i -> 1, 6);

        FeatureNoise noise = BOOTSTRAP.of(nothing.next());

        assertEquals(3, noise.standardErrors().size());
        assertTrue(noise.standardErrors().get("supportingShare") > 0);
        assertEquals(Optional.empty(), noise.profileNoise());
    }

    @Test
    void anErrorThatNobodyKnowsLeavesAllUnknown() {
        MeasuredEffects map = NoisyMaps.local(7).next();
        double[] errors = map.standardErrors().clone();
        errors[3] = EffectMoments.UNKNOWN_STANDARD_ERROR;

        assertEquals(
                FeatureNoise.UNKNOWN,
                BOOTSTRAP.of(new MeasuredEffects(map.ate(), errors, map.significant(), map.tau())));
    }

    @Test
    void onlyAgainstAGroundTruthHasTheBalanceOfSignsAnError() {
        MeasuredEffects map = NoisyMaps.global(8).next();

        assertTrue(new NoiseBootstrap(NoisyMaps.GEOMETRY, true, 1)
                        .of(map)
                        .standardErrors()
                        .get("signBalance")
                > 0);
        assertEquals(null, BOOTSTRAP.of(map).standardErrors().get("signBalance"));
    }

    @Test
    void whatIsFoundInTheMapItselfIsWhatIsSignificantThere() {
        double[] ratios = {9, 3.1, 2.2, 1, 0.4, 0, 0, 0, 0, 0};

        for (int found = 0; found <= ratios.length; found++) {
            double cut = new Discoveries(ratios, found).cut(ratios);
            long again = Arrays.stream(ratios).filter(ratio -> ratio >= cut).count();
            // no rate tells those below 1 apart: all of them or none
            assertEquals(found > 4 ? ratios.length : found, again, "of " + found);
        }
    }
}
