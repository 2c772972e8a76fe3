package io.limen.aggregator.domain.heterogeneity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.domain.statistics.RunningMoments;
import io.limen.aggregator.domain.strategy.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Simulation: maps whose 48 cells have true weights, each seen with normal noise of known standard error. Each explanation
 * estimates what the noise does to its own profile as the explainer does: by drawing its map again with the noise, around
 * what it saw. The standard error of a simulated mean is that over its repetitions.
 */
class NoiseCorrectionTest {

    private static final int REPETITIONS = 60;
    private static final int EXPLANATIONS = 30;
    private static final int REDRAWS = 20;
    private static final double STANDARD_ERROR = 0.08;

    private final Random random = new Random(23);

    @Test
    void pureNoiseGivesACorrectedDivergenceOfZeroWithinItsError() {
        double[] weights = weights(random);
        RunningMoments plain = RunningMoments.EMPTY;
        RunningMoments corrected = RunningMoments.EMPTY;
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            ProfileSums sums = ProfileSums.EMPTY;
            for (int index = 0; index < EXPLANATIONS; index++) {
                sums = add(sums, weights);
            }
            plain = plain.add(sums.divergence().orElseThrow());
            corrected = corrected.add(sums.correctedDivergence().orElseThrow());
        }

        RunningMoments noise = plain;
        assertTrue(noise.mean() > 20 * standardError(noise), () -> "noise alone looks like heterogeneity: " + noise);
        assertEquals(0, corrected.mean(), 3 * standardError(corrected) + 0.03 * plain.mean());
    }

    @Test
    void realHeterogeneitySurvivesTheCorrection() {
        List<double[]> kinds = List.of(weights(random), weights(random));
        ProfileSums exact = ProfileSums.EMPTY;
        for (double[] kind : kinds) {
            exact = exact.add(profile(kind), OptionalDouble.empty());
        }
        RunningMoments plain = RunningMoments.EMPTY;
        RunningMoments corrected = RunningMoments.EMPTY;
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            ProfileSums sums = ProfileSums.EMPTY;
            for (int index = 0; index < EXPLANATIONS; index++) {
                sums = add(sums, kinds.get(index % 2));
            }
            plain = plain.add(sums.divergence().orElseThrow());
            corrected = corrected.add(sums.correctedDivergence().orElseThrow());
        }

        double truth = exact.divergence().orElseThrow();
        assertTrue(Math.abs(corrected.mean() - truth) < 0.25 * Math.abs(plain.mean() - truth));
        assertEquals(truth, corrected.mean(), 0.05 * truth);
    }

    private ProfileSums add(ProfileSums sums, double[] weights) {
        double[] seen = noisy(weights);
        ProfileSums redrawn = ProfileSums.EMPTY;
        for (int redraw = 0; redraw < REDRAWS; redraw++) {
            redrawn = redrawn.add(profile(noisy(seen)), OptionalDouble.empty());
        }
        double noise = redrawn.divergence().orElseThrow() * REDRAWS / (REDRAWS - 1);
        return sums.add(profile(seen), OptionalDouble.of(noise));
    }

    private double[] noisy(double[] weights) {
        double[] seen = weights.clone();
        for (int cell = 0; cell < seen.length; cell++) {
            seen[cell] = Math.abs(seen[cell] + STANDARD_ERROR * random.nextGaussian());
        }
        return seen;
    }

    private static double[] weights(Random random) {
        return random.doubles(Profile.CELLS, 0.5, 2.5).toArray();
    }

    private static Profile profile(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        List<Double> cells = new ArrayList<>();
        for (double weight : weights) {
            cells.add(weight / sum);
        }
        return new Profile(cells);
    }

    private static double standardError(RunningMoments moments) {
        return Math.sqrt(moments.variance().orElseThrow() / moments.count());
    }
}
