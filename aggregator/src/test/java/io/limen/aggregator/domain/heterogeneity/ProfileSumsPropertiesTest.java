package io.limen.aggregator.domain.heterogeneity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.domain.strategy.Profile;
import io.limen.aggregator.rehearsal.SampleExplanations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ProfileSumsPropertiesTest {

    /** Rounding of a few thousand additions of numbers of at most 48 ln 48. */
    private static final double TOLERANCE = 1e-10;

    @Property(tries = 200)
    void mergeEqualsOnePassInAnyOrderAndGrouping(
            @ForAll @IntRange(max = 60) int count, @ForAll @IntRange(min = 1, max = 7) int parts, @ForAll long seed) {
        Random random = new Random(seed);
        List<Profile> profiles = draw(random, count);
        List<ProfileSums> grouped = new ArrayList<>(Collections.nCopies(parts, ProfileSums.EMPTY));
        List<Profile> shuffled = new ArrayList<>(profiles);
        Collections.shuffle(shuffled, random);
        for (Profile profile : shuffled) {
            int part = random.nextInt(parts);
            grouped.set(
                    part,
                    grouped.get(part)
                            .add(profile, OptionalDouble.of(profile.cells().get(0))));
        }
        ProfileSums merged = grouped.stream().reduce(ProfileSums.EMPTY, ProfileSums::merge);

        ProfileSums onePass = ProfileSums.EMPTY;
        for (Profile profile : profiles) {
            onePass = onePass.add(profile, OptionalDouble.of(profile.cells().get(0)));
        }

        assertEquals(onePass.profiles(), merged.profiles());
        assertEquals(onePass.entropySum(), merged.entropySum(), TOLERANCE);
        assertEquals(onePass.noiseSum(), merged.noiseSum(), TOLERANCE);
        assertEquals(onePass.divergence().orElse(-1), merged.divergence().orElse(-1), TOLERANCE);
    }

    @Property(tries = 200)
    void theDivergenceIsThatOfTheDefinition(@ForAll @IntRange(min = 1, max = 40) int count, @ForAll long seed) {
        List<Profile> profiles = draw(new Random(seed), count);
        ProfileSums sums = ProfileSums.EMPTY;
        double[] mean = new double[Profile.CELLS];
        double meanEntropy = 0;
        for (Profile profile : profiles) {
            sums = sums.add(profile, OptionalDouble.empty());
            for (int cell = 0; cell < Profile.CELLS; cell++) {
                double share = profile.cells().get(cell);
                mean[cell] += share / count;
                meanEntropy -= share == 0 ? 0 : share * Math.log(share) / count;
            }
        }
        double entropyOfMean = 0;
        for (double share : mean) {
            entropyOfMean -= share == 0 ? 0 : share * Math.log(share);
        }

        double divergence = sums.divergence().orElseThrow();

        assertEquals(entropyOfMean - meanEntropy, divergence, TOLERANCE);
        assertTrue(divergence <= Math.log(Profile.CELLS), () -> "divergence " + divergence);
    }

    private static List<Profile> draw(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> SampleExplanations.profile(random))
                .toList();
    }
}
