package io.limen.aggregator.domain.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.domain.strategy.PerceptualStrategy;
import io.limen.aggregator.domain.strategy.Profile;
import io.limen.aggregator.domain.strategy.ReferenceMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ModelStatisticsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void groupsAreKeptApart() {
        ModelStatistics statistics = ModelStatistics.EMPTY
                .add(explanation("a", ReferenceMode.GROUND_TRUTH, 1))
                .add(explanation("a", ReferenceMode.PREDICTION, 3))
                .add(explanation("b", ReferenceMode.GROUND_TRUTH, 5));

        assertEquals(3, statistics.explanations());
        assertEquals(
                List.of(1.0, 3.0, 5.0),
                statistics.groups().values().stream()
                        .map(group -> group.features().get("gini").mean())
                        .toList());
    }

    @Test
    void theNewestEventTimeStaysWhenAnOlderCaseComesLater() {
        ModelStatistics statistics = ModelStatistics.EMPTY
                .add(explanation("a", ReferenceMode.PREDICTION, 1, NOW))
                .add(explanation("a", ReferenceMode.PREDICTION, 1, NOW.minusSeconds(60)));

        assertEquals(NOW, statistics.updatedAt());
    }

    @Test
    void aDuplicateChangesNothingButItsCount() {
        ModelStatistics before = ModelStatistics.EMPTY.add(explanation("a", ReferenceMode.PREDICTION, 1));

        ModelStatistics after = before.dropDuplicate();

        assertEquals(1, after.duplicatesDropped());
        assertEquals(before.groups(), after.groups());
    }

    @Test
    void groupsAreBounded() {
        ModelStatistics statistics = ModelStatistics.EMPTY;
        for (int site = 0; site < ModelStatistics.MAX_GROUPS; site++) {
            statistics = statistics.add(explanation("site " + site, ReferenceMode.PREDICTION, 1));
        }

        assertTrue(statistics.hasRoomFor(new GroupKey("site 0", ReferenceMode.PREDICTION)));
        assertFalse(statistics.hasRoomFor(new GroupKey("one more", ReferenceMode.PREDICTION)));
    }

    @Test
    void componentsOfAllGroupsTogetherAreBounded() {
        ModelStatistics statistics = ModelStatistics.EMPTY;
        for (int site = 0; site < 3; site++) {
            List<ComponentEffect> effects = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                effects.add(new ComponentEffect(
                        new ComponentKey("layer" + i, "zero"), new ComponentShape("Conv2d", 1, 1, 1), -1, 0));
            }
            Explanation plain = explanation("site " + site, ReferenceMode.PREDICTION, 1);
            statistics = statistics.add(new Explanation(
                    plain.id(),
                    plain.explained(),
                    plain.group(),
                    plain.features(),
                    plain.strategy(),
                    plain.profile(),
                    plain.noise(),
                    new ComponentFindings(effects, Optional.empty())));
        }

        List<NetworkStatistics> networks = statistics.groups().values().stream()
                .map(GroupStatistics::network)
                .toList();
        assertEquals(
                ModelStatistics.MAX_COMPONENTS,
                networks.stream()
                        .mapToInt(network -> network.components().size())
                        .sum());
        assertEquals(3_000 - ModelStatistics.MAX_COMPONENTS, networks.get(2).leftOut());
    }

    @Test
    void mergedGroupsCountEverythingOfBoth() {
        GroupStatistics one = GroupStatistics.EMPTY
                .add(explanation("a", ReferenceMode.PREDICTION, 1), 9)
                .add(explanation("a", ReferenceMode.PREDICTION, 2), 9);
        GroupStatistics other = GroupStatistics.EMPTY.add(explanation("a", ReferenceMode.PREDICTION, 6), 9);

        GroupStatistics merged = one.merge(other);

        assertEquals(3, merged.explanations());
        assertEquals(3, merged.features().get("gini").mean(), 1e-12);
        assertEquals(Map.of(PerceptualStrategy.LOCAL, 3L), merged.classCounts());
        assertEquals(3, merged.profileSum().total(), 1e-12);
    }

    @Test
    void aFeatureThatIsNoNumberIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> explanation("a", ReferenceMode.PREDICTION, Double.NaN));
    }

    @Test
    void classCountsThatDoNotAddUpAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new GroupStatistics(
                        2,
                        new TreeMap<>(),
                        Map.of(PerceptualStrategy.LOCAL, 1L),
                        Profile.ZERO,
                        NetworkStatistics.EMPTY));
    }

    private static Explanation explanation(String site, ReferenceMode mode, double gini) {
        return explanation(site, mode, gini, NOW);
    }

    private static Explanation explanation(String site, ReferenceMode mode, double gini, Instant segmentedAt) {
        List<Double> cells = new ArrayList<>(Collections.nCopies(Profile.CELLS, 0.0));
        cells.set(0, 1.0);
        return new Explanation(
                "a".repeat(64),
                new ExplainedCase("case-1", Optional.empty(), segmentedAt),
                new GroupKey(site, mode),
                Map.of("gini", gini),
                PerceptualStrategy.LOCAL,
                new Profile(cells),
                MonteCarloNoise.UNKNOWN,
                ComponentFindings.NONE);
    }
}
