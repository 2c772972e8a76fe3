package io.limen.aggregator.domain.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.domain.heterogeneity.Heterogeneity;
import io.limen.aggregator.rehearsal.SampleExplanations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PerceptionStatisticsPropertiesTest {

    /** Rounding of some hundred additions, relative to the size of the numbers (at most 100; squares at most 10,000). */
    private static final double TOLERANCE = 1e-6;

    @Property(tries = 100)
    void mergeEqualsOnePassInAnyOrderAndGrouping(
            @ForAll @IntRange(min = 2, max = 40) int count,
            @ForAll @IntRange(min = 1, max = 6) int parts,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<Explanation> explanations = new ArrayList<>(SampleExplanations.draw(random, count));
        PerceptionStatistics onePass = merged(explanations);
        Collections.shuffle(explanations, random);
        List<List<Explanation>> grouped = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            grouped.add(new ArrayList<>());
        }
        explanations.forEach(explanation -> grouped.get(random.nextInt(parts)).add(explanation));

        PerceptionStatistics merged = grouped.stream()
                .map(PerceptionStatisticsPropertiesTest::merged)
                .reduce(PerceptionStatistics.EMPTY, PerceptionStatistics::merge);

        assertSame(onePass, merged);
    }

    @Test
    void noiseIsTheMeanSquaredErrorOfThoseThatEstimatedOne() {
        Random random = new Random(3);
        List<Explanation> explanations = SampleExplanations.draw(random, 50);
        double sum = 0;
        int estimates = 0;
        for (Explanation explanation : explanations) {
            Double error = explanation.noise().standardErrors().get("gini");
            if (error != null) {
                sum += error * error;
                estimates++;
            }
        }

        NoiseVariance noise = merged(explanations).features().get("gini").noise();

        assertEquals(estimates, noise.count());
        assertEquals(sum / estimates, noise.mean(), 1e-12);
    }

    @Test
    void quadraticEntropyIsTheMeanSquaredDistanceOfTwoCases() {
        List<Explanation> explanations = SampleExplanations.draw(new Random(4), 30);
        double sum = 0;
        for (var feature : PerceptionStatistics.QUADRATIC) {
            List<Double> values = explanations.stream()
                    .filter(explanation -> explanation.features().containsKey(feature.fieldName()))
                    .map(explanation -> explanation.features().get(feature.fieldName()))
                    .toList();
            double squares = 0;
            for (double a : values) {
                for (double b : values) {
                    squares += (a - b) * (a - b);
                }
            }
            sum += squares / (values.size() * (values.size() - 1.0));
        }

        Heterogeneity heterogeneity = merged(explanations).heterogeneity().orElseThrow();

        assertEquals(sum, heterogeneity.raoQuadraticEntropy().orElseThrow(), 1e-9);
        assertTrue(heterogeneity.raoQuadraticEntropyCorrected().orElseThrow() < sum);
    }

    @Test
    void oneExplanationHasNoHeterogeneity() {
        assertTrue(merged(SampleExplanations.draw(new Random(5), 1))
                .heterogeneity()
                .isEmpty());
    }

    private static PerceptionStatistics merged(List<Explanation> explanations) {
        return explanations.stream()
                .map(PerceptionStatistics::of)
                .reduce(PerceptionStatistics.EMPTY, PerceptionStatistics::merge);
    }

    private static void assertSame(PerceptionStatistics expected, PerceptionStatistics actual) {
        assertEquals(expected.explanations(), actual.explanations());
        assertEquals(expected.classCounts(), actual.classCounts());
        assertEquals(expected.features().keySet(), actual.features().keySet());
        expected.features().forEach((name, feature) -> {
            FeatureStatistics other = actual.features().get(name);
            assertEquals(feature.moments().count(), other.moments().count(), name);
            assertEquals(feature.moments().mean(), other.moments().mean(), TOLERANCE, name);
            assertEquals(feature.moments().m2(), other.moments().m2(), TOLERANCE, name);
            assertEquals(feature.moments().min(), other.moments().min(), name);
            assertEquals(feature.moments().max(), other.moments().max(), name);
            assertEquals(feature.noise().count(), other.noise().count(), name);
            assertEquals(feature.noise().mean(), other.noise().mean(), TOLERANCE, name);
        });
        Heterogeneity wanted = expected.heterogeneity().orElseThrow();
        Heterogeneity found = actual.heterogeneity().orElseThrow();
        assertEquals(wanted.profiles(), found.profiles());
        assertClose(wanted.profileDivergence(), found.profileDivergence());
        assertClose(wanted.profileDivergenceCorrected(), found.profileDivergenceCorrected());
        assertClose(wanted.classEntropy(), found.classEntropy());
        assertClose(wanted.raoQuadraticEntropy(), found.raoQuadraticEntropy());
        assertClose(wanted.raoQuadraticEntropyCorrected(), found.raoQuadraticEntropyCorrected());
    }

    private static void assertClose(OptionalDouble expected, OptionalDouble actual) {
        assertEquals(expected.isPresent(), actual.isPresent());
        assertEquals(expected.orElse(0), actual.orElse(0), TOLERANCE);
    }
}
