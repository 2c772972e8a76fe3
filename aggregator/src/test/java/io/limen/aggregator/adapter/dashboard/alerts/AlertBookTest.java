package io.limen.aggregator.adapter.dashboard.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.limen.schemas.DriftCommand;
import io.limen.schemas.DriftCommandKind;
import io.limen.schemas.DriftState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AlertBookTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final AlertBook book = new AlertBook();

    @Test
    void anAlertIsAsItsNewestState() {
        book.take(SampleAlerts.alert("a", DriftState.SUSPECT, NOW));
        book.take(SampleAlerts.alert("a", DriftState.ALERT, NOW.plusSeconds(1)));
        assertEquals(1, book.all().size());
        assertEquals("ALERT", book.find("a").orElseThrow().state());
    }

    @Test
    void anAlertThatIsOverKeepsWhenItWasSuspectedAndRaised() {
        book.take(SampleAlerts.alert("a", DriftState.SUSPECT, NOW));
        book.take(SampleAlerts.alert("a", DriftState.ALERT, NOW.plusSeconds(1)));
        assertNull(book.find("a").orElseThrow().endedAt());
        book.take(SampleAlerts.alert("a", DriftState.CLEARED, NOW.plusSeconds(2)));
        book.take(acknowledged("a"));

        AlertView over = book.find("a").orElseThrow();
        assertEquals(NOW, over.suspectedAt());
        assertEquals(NOW.plusSeconds(1), over.alertedAt());
        assertEquals(NOW.plusSeconds(2), over.endedAt());
    }

    @Test
    void aSuspicionThatIsOverWasNeverAnAlert() {
        book.take(SampleAlerts.alert("a", DriftState.SUSPECT, NOW));
        book.take(SampleAlerts.alert("a", DriftState.CLEARED, NOW.plusSeconds(2)));

        AlertView over = book.find("a").orElseThrow();
        assertEquals(NOW, over.suspectedAt());
        assertNull(over.alertedAt());
    }

    @Test
    void anAlertWhoseTopicIsReadAnewIsNotOverBeforeItsEndHasComeAgain() {
        for (int reading = 0; reading < 2; reading++) {
            book.take(SampleAlerts.alert("a", DriftState.SUSPECT, NOW));
            assertNull(book.find("a").orElseThrow().alertedAt());
            book.take(SampleAlerts.alert("a", DriftState.ALERT, NOW.plusSeconds(1)));
            assertNull(book.find("a").orElseThrow().endedAt());
            book.take(SampleAlerts.alert("a", DriftState.CLEARED, NOW.plusSeconds(2)));
        }
        assertEquals(NOW.plusSeconds(1), book.find("a").orElseThrow().alertedAt());
    }

    @Test
    void theNewestComesFirst() {
        book.take(SampleAlerts.alert("old", DriftState.ALERT, NOW));
        book.take(SampleAlerts.alert("new", DriftState.ALERT, NOW.plusSeconds(9)));
        assertEquals("new", book.all().get(0).id());
    }

    @Test
    void anAcknowledgementMayComeBeforeOrAfterTheAlert() {
        book.take(SampleAlerts.alert("a", DriftState.ALERT, NOW));
        assertNull(book.find("a").orElseThrow().acknowledgement());
        book.take(acknowledged("a"));
        book.take(acknowledged("b"));
        book.take(SampleAlerts.alert("b", DriftState.ALERT, NOW));
        assertEquals(
                "safety officer", book.find("a").orElseThrow().acknowledgement().by());
        assertEquals(
                "safety officer", book.find("b").orElseThrow().acknowledgement().by());
    }

    @Test
    void theSizeIsInDeviationsOfTheReference() {
        book.take(SampleAlerts.alert("a", DriftState.ALERT, NOW));
        assertEquals(-3, book.find("a").orElseThrow().size(), 1e-9);
    }

    @Test
    void theBookIsBounded() {
        for (int i = 0; i <= AlertBook.MOST_ALERTS; i++) {
            book.take(SampleAlerts.alert("alert-" + i, DriftState.ALERT, NOW.plusSeconds(i)));
        }
        assertEquals(AlertBook.MOST_ALERTS, book.all().size());
        assertEquals(true, book.find("alert-0").isEmpty());
    }

    private static DriftCommand acknowledged(String alertId) {
        return DriftCommand.newBuilder()
                .setCommandId("c-" + alertId)
                .setKind(DriftCommandKind.ACKNOWLEDGE)
                .setModel("unet")
                .setModelVersion("1")
                .setAlertId(alertId)
                .setBy("safety officer")
                .setAt(NOW)
                .build();
    }
}
