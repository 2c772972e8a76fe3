package io.limen.aggregator.adapter.retained;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.aggregator.application.report.ReportRequest;
import io.limen.aggregator.domain.report.Period;
import io.limen.aggregator.domain.report.ReportedAlert;
import io.limen.schemas.DriftAlert;
import io.limen.schemas.DriftCommand;
import io.limen.schemas.DriftCommandKind;
import io.limen.schemas.DriftState;
import io.limen.schemas.ReferenceMode;
import io.limen.schemas.SingleObjectSerde;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlertCollectorTest {

    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-04-01T00:00:00Z");

    private final AlertCollector collector =
            new AlertCollector(new ReportRequest(new Period(FROM, TO), Set.of(), Set.of("clinic"), 10));

    private void alert(String id, String site, DriftState state, String summary, Instant at) {
        collector.takeAlert(SingleObjectSerde.driftAlert()
                .encode(DriftAlert.newBuilder()
                        .setAlertId(id)
                        .setModel("unet")
                        .setModelVersion("1")
                        .setSite(site)
                        .setReferenceMode(ReferenceMode.GROUND_TRUTH)
                        .setState(state)
                        .setFeature("locality")
                        .setStatistic(1)
                        .setExpectedRunLength(1)
                        .setSummary(summary)
                        .setOnset(at)
                        .setRaisedAt(at)
                        .build()));
    }

    private void acknowledge(String id) {
        collector.takeCommand(SingleObjectSerde.driftCommand()
                .encode(DriftCommand.newBuilder()
                        .setCommandId("c")
                        .setModel("unet")
                        .setModelVersion("1")
                        .setKind(DriftCommandKind.ACKNOWLEDGE)
                        .setAlertId(id)
                        .setBy("officer")
                        .setAt(FROM)
                        .build()));
    }

    private List<String> ids() {
        return collector.alerts().stream().map(ReportedAlert::id).toList();
    }

    @Test
    void anAlertThatWasOpenInThePeriodIsToldWithItsStatesAndWhoTookCare() {
        alert("a", "clinic", DriftState.SUSPECT, "possibly", FROM.minusSeconds(9));
        alert("a", "clinic", DriftState.ALERT, "fell", FROM.minusSeconds(5));
        alert("a", "clinic", DriftState.CLEARED, "over", FROM.plusSeconds(5));
        acknowledge("a");

        ReportedAlert alert = collector.alerts().get(0);
        assertEquals("CLEARED", alert.state());
        assertEquals("fell", alert.summary(), "what it was raised for");
        assertEquals(3, alert.states().size());
        assertEquals(FROM.minusSeconds(5), alert.raisedAt().orElseThrow());
        assertEquals("officer", alert.acknowledgements().get(0).by());
    }

    @Test
    void alertsThatWereOverBeforeOrCameAfterOrAreOfOtherSitesAreNot() {
        alert("before", "clinic", DriftState.ALERT, "x", FROM.minusSeconds(9));
        alert("before", "clinic", DriftState.CLEARED, "x", FROM.minusSeconds(5));
        alert("after", "clinic", DriftState.ALERT, "x", TO);
        alert("elsewhere", "other", DriftState.ALERT, "x", FROM);
        assertEquals(List.of(), ids());
    }

    @Test
    void anAlertThatBeganBeforeAndIsStillOpenIs() {
        alert("open", "clinic", DriftState.ALERT, "x", FROM.minusSeconds(9));
        alert("open", "clinic", DriftState.CLEARED, "x", TO.plusSeconds(1));
        assertEquals(List.of("open"), ids());
        assertEquals("ALERT", collector.alerts().get(0).state(), "as it stood at the end");
    }
}
