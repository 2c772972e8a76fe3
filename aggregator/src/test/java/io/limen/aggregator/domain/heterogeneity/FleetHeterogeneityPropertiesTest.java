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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FleetHeterogeneityPropertiesTest {

    /** Rounding of a few thousand additions of numbers of at most ln 48. */
    private static final double TOLERANCE = 1e-10;

    @Property(tries = 200)
    void withinAndBetweenAreTheTotal(@ForAll @IntRange(min = 1, max = 8) int models, @ForAll long seed) {
        List<ProfileSums> fleet = draw(new Random(seed), models);
        ProfileSums all = fleet.stream().reduce(ProfileSums.EMPTY, ProfileSums::merge);

        FleetHeterogeneity heterogeneity = FleetHeterogeneity.of(fleet);

        assertEquals(all.divergence().orElse(0), heterogeneity.total(), TOLERANCE);
        assertEquals(heterogeneity.total(), heterogeneity.within() + heterogeneity.between(), TOLERANCE);
        assertEquals(
                fleet.stream()
                        .mapToDouble(model -> model.divergence().orElse(0) * model.profiles())
                        .sum(),
                heterogeneity.within() * all.profiles(),
                TOLERANCE * Math.max(1, all.profiles()));
    }

    @Property(tries = 200)
    void theOrderOfModelsIsIrrelevant(@ForAll @IntRange(min = 1, max = 8) int models, @ForAll long seed) {
        Random random = new Random(seed);
        List<ProfileSums> fleet = draw(random, models);
        List<ProfileSums> shuffled = new ArrayList<>(fleet);
        Collections.shuffle(shuffled, random);

        assertEquals(
                FleetHeterogeneity.of(fleet).between(),
                FleetHeterogeneity.of(shuffled).between(),
                TOLERANCE);
    }

    @Property(tries = 100)
    void distancesAreAMetricInTheUnitInterval(@ForAll long seed) {
        List<ProfileSums> fleet = draw(new Random(seed), 4);

        List<Double> distances = FleetHeterogeneity.distances(fleet);

        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 4; b++) {
                if (fleet.get(a).profiles() == 0 || fleet.get(b).profiles() == 0) {
                    assertTrue(distances.get(4 * a + b).isNaN(), "no profile, no distance");
                    continue;
                }
                assertTrue(distances.get(4 * a + b) >= 0 && distances.get(4 * a + b) <= 1);
                assertEquals(distances.get(4 * a + b), distances.get(4 * b + a));
                for (int c = 0; c < 4; c++) {
                    if (fleet.get(c).profiles() > 0) {
                        assertTrue(
                                distances.get(4 * a + b) <= distances.get(4 * a + c) + distances.get(4 * c + b) + 1e-7);
                    }
                }
            }
        }
    }

    @Test
    void whatIsTheSameIsAtDistanceZeroAndWhatSharesNoCellAtOne() {
        ProfileSums left = one(0);
        ProfileSums right = one(47);

        assertEquals(List.of(0.0, 1.0, 1.0, 0.0), FleetHeterogeneity.distances(List.of(left, right)));
        assertEquals(List.of(0.0, 0.0, 0.0, 0.0), FleetHeterogeneity.distances(List.of(left, left)));
    }

    @Test
    void aFleetWithoutProfilesHasNoHeterogeneity() {
        assertEquals(new FleetHeterogeneity(0, 0, 0), FleetHeterogeneity.of(List.of(ProfileSums.EMPTY)));
    }

    private static ProfileSums one(int cell) {
        List<Double> cells = new ArrayList<>(Collections.nCopies(Profile.CELLS, 0.0));
        cells.set(cell, 1.0);
        return ProfileSums.EMPTY.add(new Profile(cells), OptionalDouble.empty());
    }

    private static List<ProfileSums> draw(Random random, int models) {
        List<ProfileSums> fleet = new ArrayList<>();
        for (int model = 0; model < models; model++) {
            ProfileSums sums = ProfileSums.EMPTY;
            for (int index = random.nextInt(12); index > 0; index--) {
                sums = sums.add(SampleExplanations.profile(random), OptionalDouble.empty());
            }
            fleet.add(sums);
        }
        return fleet;
    }
}
