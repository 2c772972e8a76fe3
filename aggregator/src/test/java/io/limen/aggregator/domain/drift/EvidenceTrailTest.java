package io.limen.aggregator.domain.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.aggregator.domain.window.TimeWindow;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvidenceTrailTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Optional<WatchState> OK = Optional.of(WatchState.OK);

    private EvidenceTrail trail = EvidenceTrail.NONE;

    private static EvidenceReading reading(double statistic) {
        return new EvidenceReading(statistic, Map.of(MonitoredFeature.LOCALITY, 1.0));
    }

    private void see(long secondsAfterNoon, double statistic) {
        trail = trail.next(NOON.plusSeconds(secondsAfterNoon), reading(statistic), OK);
    }

    private EvidenceInterval newest(TimeWindow window) {
        return trail.intervals().stream()
                .filter(interval -> interval.window() == window)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anIntervalKnowsHowFarTheEvidenceGotInItAndWhereItIs() {
        see(0, 3);
        see(10, 40);
        see(20, 0);

        EvidenceInterval fiveMinutes = newest(TimeWindow.HOUR);

        assertEquals(NOON, fiveMinutes.start());
        assertEquals(3, fiveMinutes.studies());
        assertEquals(reading(40), fiveMinutes.greatest());
        assertEquals(0, fiveMinutes.newest());
    }

    @Test
    void theNextFiveMinutesBeginAnewWhileTheHourGoesOn() {
        see(0, 40);
        see(300, 2);

        assertEquals(NOON.plusSeconds(300), newest(TimeWindow.HOUR).start());
        assertEquals(2, newest(TimeWindow.HOUR).greatest().statistic());
        assertEquals(1, newest(TimeWindow.HOUR).studies());
        assertEquals(NOON, newest(TimeWindow.DAY).start());
        assertEquals(40, newest(TimeWindow.DAY).greatest().statistic());
        assertEquals(2, newest(TimeWindow.DAY).studies());
    }

    @Test
    void aStudyThatIsLateMovesTheEvidenceWhereItStandsNow() {
        see(600, 2);
        see(-7_200, 5);

        assertEquals(NOON.plusSeconds(600), newest(TimeWindow.HOUR).start());
        assertEquals(5, newest(TimeWindow.HOUR).greatest().statistic());
        assertEquals(NOON, newest(TimeWindow.DAY).start());
        assertEquals(2, newest(TimeWindow.DAY).studies());
    }

    @Test
    void theStateIsThatAfterTheNewestStudy() {
        trail = trail.next(NOON, EvidenceReading.NONE, Optional.empty());
        assertEquals(Optional.empty(), newest(TimeWindow.HOUR).state());
        see(1, 0.5);
        assertEquals(OK, newest(TimeWindow.HOUR).state());
    }

    @Test
    void aNewReferenceDoesNotHideHowFarTheEvidenceGotBefore() {
        see(0, 1_200);
        trail = trail.next(NOON.plusSeconds(10), EvidenceReading.NONE, Optional.empty());

        assertEquals(1_200, newest(TimeWindow.HOUR).greatest().statistic());
        assertEquals(0, newest(TimeWindow.HOUR).newest());
        assertEquals(Optional.empty(), newest(TimeWindow.HOUR).state());
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new EvidenceReading(-1, Map.of()));
        assertThrows(IllegalArgumentException.class, () -> new EvidenceReading(Double.NaN, Map.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new EvidenceInterval(TimeWindow.HOUR, 1, 0, EvidenceReading.NONE, 0, OK));
        assertThrows(
                IllegalArgumentException.class,
                () -> new EvidenceInterval(TimeWindow.HOUR, 1, 1, reading(1), 2, OK),
                "the newest is no more than the greatest");
    }
}
