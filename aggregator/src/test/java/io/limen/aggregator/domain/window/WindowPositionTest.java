package io.limen.aggregator.domain.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class WindowPositionTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:34:56Z");

    @Test
    void aCaseOlderThanADayIsLateAndDoesNotMoveTheWindows() {
        WindowPosition position = WindowPosition.START.after(NOW, Placement.IN_TIME);

        assertEquals(Placement.IN_TIME, position.place(NOW.minus(Duration.ofHours(23)), NOW));
        assertEquals(Placement.LATE, position.place(NOW.minus(Duration.ofHours(24)), NOW));
        assertEquals(
                new WindowPosition(2, Optional.of(NOW), 1, 0),
                position.after(NOW.minus(Duration.ofHours(24)), Placement.LATE));
    }

    @Test
    void aCaseFromTheFutureIsAheadAndDoesNotMoveTheWindows() {
        WindowPosition position = WindowPosition.START.after(NOW, Placement.IN_TIME);

        assertEquals(Placement.IN_TIME, position.place(NOW.plus(Duration.ofMinutes(5)), NOW));
        Instant ahead = NOW.plus(Duration.ofMinutes(5)).plusMillis(1);
        assertEquals(Placement.AHEAD, position.place(ahead, NOW));
        assertEquals(Placement.AHEAD, position.place(Instant.MAX, NOW));
        assertEquals(new WindowPosition(2, Optional.of(NOW), 0, 1), position.after(ahead, Placement.AHEAD));
    }

    @Test
    void oldRecordsThatAreReplayedAreInTime() {
        Instant longAgo = Instant.parse("1995-01-01T00:00:00Z");

        assertEquals(Placement.IN_TIME, WindowPosition.START.place(longAgo, NOW));
    }

    @Test
    void anOlderCaseDoesNotMoveTheWindowsBack() {
        WindowPosition position =
                WindowPosition.START.after(NOW, Placement.IN_TIME).after(NOW.minusSeconds(1), Placement.IN_TIME);

        assertEquals(Optional.of(NOW), position.newest());
    }

    @Test
    void panesMoveOnWithTheirWidth() {
        WindowPosition position = WindowPosition.START.after(NOW, Placement.IN_TIME);

        assertTrue(position.endsInPaneOf(position.after(NOW.plusSeconds(3), Placement.IN_TIME)));
        assertFalse(position.endsInPaneOf(position.after(NOW.plusSeconds(4), Placement.IN_TIME)));
        assertFalse(WindowPosition.START.endsInPaneOf(position));
    }

    @Test
    void countsThatDoNotFitAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new WindowPosition(1, Optional.empty(), 1, 1));
    }

    @Property
    void theHourIsBetween55And60MinutesAndTheDayBetween23And24Hours(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 4_000_000_000_000L) long millis) {
        Instant newest = Instant.ofEpochMilli(millis);
        for (TimeWindow window : TimeWindow.values()) {
            Duration whole = window == TimeWindow.HOUR ? Duration.ofHours(1) : Duration.ofDays(1);
            Duration length = Duration.between(window.startOf(window.firstPane(newest)), newest);
            assertTrue(length.compareTo(whole) < 0 && length.compareTo(whole.minus(window.paneWidth())) >= 0);
            assertTrue(window.holds(newest.minus(length), newest));
            assertFalse(window.holds(newest.minus(length).minusMillis(1), newest));
        }
    }

    @Property
    void theLastExplanationsAreTheLast100To109(@ForAll @LongRange(min = 100, max = 1_000_000) long counted) {
        CountWindow window = new CountWindow(100);

        long held = counted - window.firstPane(counted) * window.paneSize();

        assertEquals(100 + counted % 10, held);
    }

    @Test
    void theNumberIsRoundedUpToAMultipleOfTen() {
        assertEquals(new CountWindow(110), CountWindow.atLeast(101));
        assertEquals(new CountWindow(100), CountWindow.atLeast(100));
        assertThrows(IllegalArgumentException.class, () -> new CountWindow(15));
    }
}
