package io.limen.explainer.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.schemas.SharedSecret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServedPathsTest {

    private static final String TOKEN = "0123456789abcdef";

    private final ServedPaths open = new ServedPaths(Optional.empty());

    private static int status(ServedPaths served, String method, String path, String authorization) {
        return served.refusal(method, path, authorization)
                .map(ServedPaths.Refusal::status)
                .orElse(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/metrics"})
    void healthAndMetricsAreReadByEverybody(String path) {
        assertEquals(200, status(open, "GET", path, null));
        assertEquals(200, status(open, "HEAD", path, null));
        assertEquals(405, status(open, "POST", path, null));
        assertEquals(405, status(open, "DELETE", path, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/q", "/q/", "/q/healthy", "/q/metricsX", "/q/dev-ui", "/q/info", "/api/models"})
    void nothingElseIsServed(String path) {
        assertEquals(404, status(open, "GET", path, null));
    }

    private static ServedPaths closed() throws SharedSecret.UnusableException {
        return new ServedPaths(
                SharedSecret.of(Optional.empty(), "LIMEN_METRICS_TOKEN", Map.of("LIMEN_METRICS_TOKEN", TOKEN)));
    }

    private static Caller caller(String address, String host, String authorization) {
        return new Caller(Optional.of(address), Optional.of(host), false, Optional.ofNullable(authorization));
    }

    @Test
    void detailsAreForThisMachineWhereThereIsNoToken() {
        assertTrue(open.maySeeDetails(caller("127.0.0.1", "localhost:8080", null)));
        assertTrue(open.maySeeDetails(caller("0:0:0:0:0:0:0:1", "[::1]:8080", null)));
        assertFalse(open.maySeeDetails(caller("10.1.2.3", "localhost:8080", null)));
        assertFalse(open.maySeeDetails(caller("127.0.0.1", "rebound.example:8080", null)));
        assertFalse(open.maySeeDetails(
                new Caller(Optional.of("127.0.0.1"), Optional.of("localhost"), true, Optional.empty())));
    }

    @Test
    void detailsAreForWhoShowsTheTokenWhereThereIsOne() throws Exception {
        assertTrue(closed().maySeeDetails(caller("10.1.2.3", "explainer", "Bearer " + TOKEN)));
        assertFalse(closed().maySeeDetails(caller("127.0.0.1", "localhost:8080", null)));
        assertFalse(closed().maySeeDetails(caller("127.0.0.1", "localhost:8080", "Bearer " + TOKEN + "0")));
    }

    @Test
    void metricsMayTakeAToken() throws Exception {
        ServedPaths closed = closed();

        assertEquals(200, status(closed, "GET", "/q/metrics", "Bearer " + TOKEN));
        assertEquals(200, status(closed, "GET", "/q/health/live", null));
        for (String wrong : List.of("Bearer " + TOKEN + "0", TOKEN, "Basic " + TOKEN, "Bearer", "")) {
            assertEquals(401, status(closed, "GET", "/q/metrics", wrong), wrong);
        }
        assertEquals(401, status(closed, "GET", "/q/metrics", null));
    }
}
