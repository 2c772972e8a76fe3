package io.limen.aggregator.adapter.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.rehearsal.SampleAttributions;
import io.limen.schemas.Attribution;
import io.limen.schemas.GroupStatistics;
import io.limen.schemas.ReferenceMode;
import io.limen.schemas.StatisticsHistory;
import io.limen.schemas.WindowStatistics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowsTopologyTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:01:00Z");
    private static final SampleAttributions UNET = new SampleAttributions("unet", "1", "clinic", 0.5);

    private final Random random = new Random(5);
    private TopologyRun run;

    @BeforeEach
    void start(@TempDir Path stateDir) {
        run = new TopologyRun(stateDir, NOW);
    }

    @AfterEach
    void stop() {
        run.close();
    }

    @Test
    void aWindowHasWhatItsEventTimeHoldsWhateverTheOrder() {
        send(NOW.minus(Duration.ofHours(2)));
        send(NOW);
        send(NOW.minus(Duration.ofMinutes(30)));
        send(NOW.minus(Duration.ofMinutes(56)));
        send(NOW.minus(Duration.ofMinutes(57)));

        Map<String, WindowStatistics> windows = windows();

        assertEquals(5, windows.get("LAST").getExplanations());
        assertEquals(3, windows.get("HOUR").getExplanations(), "from 11:05 to 12:01");
        assertEquals(Instant.parse("2026-03-10T11:05:00Z"), windows.get("HOUR").getFrom());
        assertEquals(NOW, windows.get("HOUR").getTo());
        assertEquals(5, windows.get("DAY").getExplanations());
        assertEquals(Instant.parse("2026-03-09T13:00:00Z"), windows.get("DAY").getFrom());
        assertNotNull(windows.get("DAY").getHeterogeneity());
        assertEquals(5, windows.get("DAY").getFeatures().get("baselineDice").getCount());
    }

    @Test
    void aWindowForgetsWhatItHasLeft() {
        send(NOW.minus(Duration.ofHours(30)));
        send(NOW.minus(Duration.ofHours(2)));
        send(NOW);

        Map<String, WindowStatistics> windows = windows();

        assertEquals(1, windows.get("HOUR").getExplanations());
        assertEquals(2, windows.get("DAY").getExplanations());
        assertEquals(3, windows.get("LAST").getExplanations());
    }

    @Test
    void lateExplanationsCountSinceTheStartAndAmongTheNewestOnly() {
        send(NOW);
        send(NOW.minus(Duration.ofDays(2)));

        GroupStatistics group = group();

        assertEquals(1, group.getLateExplanations());
        assertEquals(2, group.getExplanations());
        assertEquals(2, windows(group).get("LAST").getExplanations());
        assertEquals(1, windows(group).get("DAY").getExplanations());
    }

    @Test
    void aClockThatIsWrongDoesNotPushTheWindows() {
        send(NOW);
        send(Instant.parse("9999-01-01T00:00:00Z"));
        send(NOW.plus(Duration.ofMinutes(4)));

        var statistics = run.statistics().get("unet@1");
        GroupStatistics group = statistics.getGroups().get(0);

        assertEquals(1, group.getAheadExplanations());
        assertEquals(3, group.getExplanations());
        assertEquals(2, windows(group).get("HOUR").getExplanations());
        assertEquals(NOW.plus(Duration.ofMinutes(4)), statistics.getUpdatedAt());
    }

    @Test
    void theLastExplanationsAreBetween100And109() {
        for (int count = 1; count <= 251; count++) {
            send(NOW.minus(Duration.ofDays(1)).plusSeconds(count));
            if (count == 250 || count == 251) {
                assertEquals(count - 150, windows().get("LAST").getExplanations(), "full panes and the one that fills");
            }
        }
    }

    @Test
    void theStoreOfPanesDoesNotGrow() {
        for (int hour = 0; hour < 40; hour++) {
            for (int minute = 0; minute < 60; minute += 5) {
                send(NOW.minus(Duration.ofHours(40 - hour)).plus(Duration.ofMinutes(minute)));
            }
        }

        int entries = 0;
        try (var all = run.driver().getKeyValueStore(WindowPanes.STORE).all()) {
            for (; all.hasNext(); all.next()) {
                entries++;
            }
        }

        assertEquals(11 + 12 + 24, entries);
    }

    @Test
    void everyPaneOfEventTimeIsAPointOfAChart() {
        Attribution first = UNET.withoutPicture(random, ReferenceMode.GROUND_TRUTH, NOW.minus(Duration.ofHours(3)));
        first.setSegmentedAt(NOW.minus(Duration.ofHours(3)));
        first.setBaselineDice(90);
        run.send(first);
        first.setCaseId("another");
        first.setBaselineDice(94);
        run.send(first);
        send(NOW);

        Map<String, StatisticsHistory> history = run.history();

        assertEquals(4, history.size(), () -> history.keySet().toString());
        StatisticsHistory hour = history.get("unet@1|clinic|GROUND_TRUTH|3600000|"
                + Instant.parse("2026-03-10T09:00:00Z").toEpochMilli());
        assertEquals(2, hour.getExplanations());
        assertEquals(92, hour.getMeans().get("baselineDice"), 1e-12);
        assertEquals(Math.sqrt(8), hour.getDeviations().get("baselineDice"), 1e-12);
        StatisticsHistory fiveMinutes = history.get("unet@1|clinic|GROUND_TRUTH|300000|"
                + Instant.parse("2026-03-10T12:00:00Z").toEpochMilli());
        assertEquals(1, fiveMinutes.getExplanations());
        assertTrue(fiveMinutes.getDeviations().isEmpty());
    }

    private void send(Instant segmentedAt) {
        Attribution attribution = UNET.withoutPicture(random, ReferenceMode.GROUND_TRUTH, segmentedAt);
        attribution.setSegmentedAt(segmentedAt);
        run.send(attribution);
    }

    private GroupStatistics group() {
        return run.statistics().get("unet@1").getGroups().get(0);
    }

    private Map<String, WindowStatistics> windows() {
        return windows(group());
    }

    private static Map<String, WindowStatistics> windows(GroupStatistics group) {
        return group.getWindows().stream().collect(Collectors.toMap(WindowStatistics::getWindow, Function.identity()));
    }
}
