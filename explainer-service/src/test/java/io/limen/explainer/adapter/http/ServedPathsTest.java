package io.limen.explainer.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

    @Test
    void metricsMayTakeAToken() throws Exception {
        ServedPaths closed = new ServedPaths(
                SharedSecret.of(Optional.empty(), "LIMEN_METRICS_TOKEN", Map.of("LIMEN_METRICS_TOKEN", TOKEN)));

        assertEquals(200, status(closed, "GET", "/q/metrics", "Bearer " + TOKEN));
        assertEquals(200, status(closed, "GET", "/q/health/live", null));
        for (String wrong : List.of("Bearer " + TOKEN + "0", TOKEN, "Basic " + TOKEN, "Bearer", "")) {
            assertEquals(401, status(closed, "GET", "/q/metrics", wrong), wrong);
        }
        assertEquals(401, status(closed, "GET", "/q/metrics", null));
    }
}
