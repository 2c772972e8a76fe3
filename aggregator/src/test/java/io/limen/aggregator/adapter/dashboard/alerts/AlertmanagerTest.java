package io.limen.aggregator.adapter.dashboard.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.limen.schemas.DriftState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server that records what it is told and answers as it is asked to. */
class AlertmanagerTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final ObjectMapper json = new ObjectMapper();
    private final AlertBook book = new AlertBook();
    private final List<JsonNode> told = new ArrayList<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private Instant now = START;
    private HttpServer server;
    private Alertmanager alertmanager;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/prefix/api/v2/alerts", exchange -> {
            told.add(json.readTree(exchange.getRequestBody()));
            exchange.sendResponseHeaders(answers.isEmpty() ? 200 : answers.poll(), -1);
            exchange.close();
        });
        server.start();
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/prefix/");
        alertmanager = new Alertmanager(url, book, json, () -> now);
        book.isRead(true);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aRaisedAlertIsToldAgainAndAgainWithAnEndAhead() {
        book.take(SampleAlerts.alert("a", DriftState.ALERT, START));
        alertmanager.run();
        alertmanager.run();
        assertEquals(2, told.size());
        JsonNode alert = told.get(1).get(0);
        assertEquals("LimenPerceptionDrift", alert.at("/labels/alertname").asText());
        assertEquals("unet@1", alert.at("/labels/model").asText());
        assertEquals(
                "locality fell from 0.8 to 0.5",
                alert.at("/annotations/summary").asText());
        assertTrue(Instant.parse(alert.at("/endsAt").asText()).isAfter(now));
    }

    @Test
    void nothingIsToldOfABookThatIsHalfRead() {
        book.isRead(false);
        book.take(SampleAlerts.alert("a", DriftState.ALERT, START));
        alertmanager.run();
        book.take(SampleAlerts.alert("a", DriftState.CLEARED, START));
        book.isRead(true);
        alertmanager.run();
        assertTrue(told.isEmpty(), "the alert was over before the start");
    }

    @Test
    void aSuspicionIsNotTold() {
        book.take(SampleAlerts.alert("a", DriftState.SUSPECT, START));
        alertmanager.run();
        assertTrue(told.isEmpty());
    }

    @Test
    void anAlertThatIsOverIsToldSoForAWhile() {
        book.take(SampleAlerts.alert("a", DriftState.ALERT, START));
        alertmanager.run();
        book.take(SampleAlerts.alert("a", DriftState.CLEARED, START));
        alertmanager.run();
        assertEquals(START, Instant.parse(told.get(1).get(0).at("/endsAt").asText()));
        now = now.plus(Duration.ofMinutes(1));
        alertmanager.run();
        assertEquals(told.get(1), told.get(2), "its end does not move with the rounds");
        now = now.plus(Duration.ofHours(1));
        alertmanager.run();
        assertEquals(3, told.size());
    }

    @Test
    void whatWasNeverToldAsRaisedIsNotToldAsOver() {
        book.take(SampleAlerts.alert("a", DriftState.CLEARED, START));
        alertmanager.run();
        assertTrue(told.isEmpty());
    }

    @Test
    void aClockAheadDoesNotSilenceTheOthers() {
        book.take(SampleAlerts.alert("a", DriftState.ALERT, Instant.parse("+12000-01-01T00:00:00Z")));
        alertmanager.run();
        assertEquals(START, Instant.parse(told.get(0).get(0).at("/startsAt").asText()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost:9093", "ftp://host", "http://", "http://me:secret@host", "http://me:secret@ho st"})
    void whatIsNoAddressOfAnAlertmanagerIsRefusedAtOnce(String text) {
        assertThrows(IllegalArgumentException.class, () -> Alertmanager.address(text));
    }

    @Test
    void aRefusalIsMadeUpForByTheNextRound() {
        answers.add(503);
        book.take(SampleAlerts.alert("a", DriftState.ALERT, START));
        alertmanager.run();
        alertmanager.run();
        assertEquals(told.get(0), told.get(1));
    }

    @Test
    void aServerThatIsNotThereDoesNotEndTheRounds() {
        server.stop(0);
        book.take(SampleAlerts.alert("a", DriftState.ALERT, START));
        alertmanager.run();
        assertTrue(told.isEmpty());
    }
}
