package io.limen.aggregator.domain.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.domain.strategy.ReferenceMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ModelOverviewTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void theNewestEventTimeStaysWhenAnOlderCaseComesLater() {
        assertEquals(NOW, ModelOverview.EMPTY.at(NOW).at(NOW.minusSeconds(60)).updatedAt());
    }

    @Test
    void aDuplicateChangesNothingButItsCount() {
        ModelOverview before = ModelOverview.EMPTY.at(NOW).with(site(0), GroupStatistics.EMPTY);

        ModelOverview after = before.dropDuplicate();

        assertEquals(1, after.duplicatesDropped());
        assertEquals(before.components(), after.components());
        assertEquals(NOW, after.updatedAt());
    }

    @Test
    void groupsAreBounded() {
        ModelOverview overview = ModelOverview.EMPTY;
        for (int index = 0; index < ModelOverview.MAX_GROUPS; index++) {
            assertTrue(overview.hasRoomFor(site(index)));
            overview = overview.with(site(index), GroupStatistics.EMPTY);
        }

        assertTrue(overview.hasRoomFor(site(0)));
        assertFalse(overview.hasRoomFor(site(ModelOverview.MAX_GROUPS)));
    }

    @Test
    void componentsOfAllGroupsTogetherAreBounded() {
        ModelOverview overview = ModelOverview.EMPTY;
        List<NetworkStatistics> networks = new ArrayList<>();
        for (int index = 0; index < 3; index++) {
            NetworkStatistics network = NetworkStatistics.EMPTY.add(findings(1_000), overview.roomForComponents());
            networks.add(network);
            GroupStatistics empty = GroupStatistics.EMPTY;
            overview = overview.with(
                    site(index),
                    new GroupStatistics(empty.perception(), empty.profileSum(), empty.sketches(), network));
        }

        assertEquals(
                ModelOverview.MAX_COMPONENTS,
                networks.stream()
                        .mapToInt(network -> network.components().size())
                        .sum());
        assertEquals(3_000 - ModelOverview.MAX_COMPONENTS, networks.get(2).leftOut());
        assertEquals(0, overview.roomForComponents());
    }

    @Test
    void aNegativeCountIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ModelOverview(-1, NOW, new TreeMap<>()));
    }

    private static GroupKey site(int index) {
        return new GroupKey("site " + index, ReferenceMode.PREDICTION);
    }

    private static ComponentFindings findings(int count) {
        List<ComponentEffect> effects = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            effects.add(new ComponentEffect(
                    new ComponentKey("layer" + i, "zero"), new ComponentShape("Conv2d", 1, 1, 1), -1, 0));
        }
        return new ComponentFindings(effects, Optional.empty());
    }
}
