package io.limen.explainer.domain.heterogeneity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProfileDivergencePropertiesTest {

    /** Rounding of some thousand additions of numbers of at most ln 48. */
    private static final double TOLERANCE = 1e-11;

    @Property(tries = 200)
    void withinAndBetweenAreTheTotal(@ForAll @IntRange(min = 1, max = 6) int models, @ForAll long seed) {
        Random random = new Random(seed);
        List<List<CaseProfile>> drawn = new ArrayList<>();
        for (int model = 0; model < models; model++) {
            drawn.add(profiles(random, 1 + random.nextInt(12)));
        }

        ProfileDivergence found = ProfileDivergence.of(drawn).orElseThrow();

        double alone = ProfileDivergence.within(
                        drawn.stream().flatMap(List::stream).toList())
                .orElseThrow();
        assertEquals(alone, found.total(), TOLERANCE);
        assertEquals(found.total(), found.within() + found.between(), TOLERANCE);
        assertTrue(found.within() >= -TOLERANCE && found.between() >= -TOLERANCE);
    }

    @Test
    void modelsThatLookAtDifferentCellsDifferByTheEntropyOfTheModels() {
        CaseProfile above = CaseProfile.of(new double[] {1, 0});
        CaseProfile below = CaseProfile.of(new double[] {0, 1});

        ProfileDivergence found = ProfileDivergence.of(List.of(List.of(above, above), List.of(below, below)))
                .orElseThrow();

        assertEquals(0, found.within(), TOLERANCE);
        assertEquals(Math.log(2), found.between(), TOLERANCE);
    }

    @Test
    void aModelThatChangesWhereItLooksDiffersWithin() {
        List<CaseProfile> both = List.of(CaseProfile.of(new double[] {1, 0}), CaseProfile.of(new double[] {0, 1}));

        ProfileDivergence found =
                ProfileDivergence.of(List.of(both, both, List.of())).orElseThrow();

        assertEquals(Math.log(2), found.within(), TOLERANCE);
        assertEquals(0, found.between(), TOLERANCE);
    }

    @Test
    void withoutAProfileThereIsNone() {
        assertTrue(ProfileDivergence.of(List.of(List.of())).isEmpty());
        assertTrue(ProfileDivergence.within(List.of()).isEmpty());
    }

    @Test
    void aScaleTwiceAsLargeMakesAQuarterOfTheQuadraticEntropy() {
        List<double[]> cases = List.of(new double[] {1}, new double[] {3});

        assertEquals(4, new RaoEntropy(new double[] {1}).of(cases).orElseThrow(), TOLERANCE);
        assertEquals(1, new RaoEntropy(new double[] {2}).of(cases).orElseThrow(), TOLERANCE);
        assertTrue(new RaoEntropy(new double[] {1}).of(cases.subList(0, 1)).isEmpty());
    }

    private static List<CaseProfile> profiles(Random random, int count) {
        List<CaseProfile> profiles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] weights =
                    random.doubles(48).map(one -> one < 0.4 ? 0 : one * one).toArray();
            weights[random.nextInt(48)] += 1;
            double sum = Arrays.stream(weights).sum();
            profiles.add(
                    CaseProfile.of(Arrays.stream(weights).map(one -> one / sum).toArray()));
        }
        return profiles;
    }
}
