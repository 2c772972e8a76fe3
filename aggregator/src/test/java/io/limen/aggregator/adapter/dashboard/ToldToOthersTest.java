package io.limen.aggregator.adapter.dashboard;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.aggregator.adapter.dashboard.alerts.AlertBook;
import io.limen.aggregator.adapter.dashboard.alerts.SampleAlerts;
import io.limen.aggregator.rehearsal.SampleAttributions;
import io.limen.schemas.DriftAlert;
import io.limen.schemas.DriftCommand;
import io.limen.schemas.DriftCommandKind;
import io.limen.schemas.DriftState;
import io.limen.schemas.ReferenceMode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the aggregator tells over HTTP, fed by hand with all that there may be and with little, is what the contracts say. */
@QuarkusTest
@Tag("own-process")
class ToldToOthersTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Inject
    Fleet fleet;

    @Inject
    AlertBook book;

    @TestHTTPResource("/api/feed")
    URI feed;

    private final Random random = new Random(3);

    @BeforeEach
    void aModelWithAnAlertThatSomebodyTakesCareOf() {
        tell("told");
        fleet.take(SampleStatistics.historyOf("told"));
        fleet.take(SampleStatistics.evidenceOf("told", NOW, 420));
        fleet.take(SampleStatistics.fleetOf("told"));
        DriftAlert alert = alert();
        book.take(alert);
        book.take(acknowledging(alert));
    }

    private void tell(String model) {
        fleet.take(SampleStatistics.of(model));
        fleet.take(new SampleAttributions(model, "1", "clinic", 1).next(random, ReferenceMode.GROUND_TRUTH, NOW));
        fleet.publish();
    }

    private static DriftAlert alert() {
        DriftAlert alert = SampleAlerts.alert("told-alert", DriftState.ALERT, NOW);
        alert.setModel("told");
        alert.setReferenceDeviation(0.1);
        return alert;
    }

    private static DriftCommand acknowledging(DriftAlert alert) {
        return DriftCommand.newBuilder()
                .setCommandId("c-1")
                .setModel(alert.getModel())
                .setModelVersion(alert.getModelVersion())
                .setKind(DriftCommandKind.ACKNOWLEDGE)
                .setAlertId(alert.getAlertId())
                .setBy("safety officer")
                .setAt(NOW)
                .build();
    }

    @Test
    void answersAreWhatEveryContractSays() throws IOException {
        for (Map.Entry<String, String> answer : Map.ofEntries(
                        Map.entry("/api/models", "models"),
                        Map.entry("/api/models/told@1", "model"),
                        Map.entry("/api/models/told@1/components", "components"),
                        Map.entry("/api/models/told@1/history?feature=locality&width=5m", "history"),
                        Map.entry("/api/models/told@1/evidence?width=5m", "evidence"),
                        Map.entry("/api/fleet", "fleet"),
                        Map.entry("/api/alerts", "alerts"),
                        Map.entry("/api/alerts/told-alert", "alert"),
                        Map.entry("/api/overview", "overviews"),
                        Map.entry("/api/overview/mix?width=5m", "mixes"),
                        Map.entry("/api/models/nobody@1", "problem"))
                .entrySet()) {
            isAsEveryContractSays(
                    answer.getValue(), given().get(answer.getKey()).asString());
        }
    }

    @Test
    @Timeout(60)
    void eventsAreWhatEveryContractSays() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(feed).build();
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        Set<String> seen = new TreeSet<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String event = "";
            while (seen.size() < 3) {
                String line = lines.readLine();
                if (line.startsWith("event:")) {
                    event = line.substring("event:".length());
                } else if (line.startsWith("data:")) {
                    isAsEveryContractSays(event, line.substring("data:".length()));
                    if (seen.add(event) && event.equals("heartbeat")) {
                        // the feed listens
                        tell("live");
                    }
                }
            }
        }
        assertEquals(Set.of("explanation", "heartbeat", "statistics"), seen);
    }

    private static void isAsEveryContractSays(String definition, String told) throws IOException {
        for (FeedContract contract : FeedContract.released()) {
            assertEquals(List.of(), contract.wrong(definition, told), "1." + contract.version());
        }
        assertEquals(
                List.of(),
                FeedContract.newest().wrongOrUnknown(definition, told),
                "what is told anew is described in the next feeds-1.N.schema.json");
    }
}
