package io.limen.explainer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limen.monitoring.MetricCatalogue;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The service as it starts where there is neither a broker nor a model: it lives, and says what it lacks. */
@QuarkusTest
@Tag("own-process")
@TestProfile(ExplainerServiceTest.Alone.class)
class ExplainerServiceTest {

    /** Nothing listens on port 1. */
    public static class Alone implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "limen.kafka.bootstrap-servers", "localhost:1",
                    "limen.models.roots", "target/no-models",
                    "limen.workers", "2");
        }
    }

    @TestHTTPResource("/q/")
    URI base;

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void itIsAlive() throws IOException, InterruptedException {
        assertEquals(200, get("health/live").statusCode());
    }

    @Test
    void itIsNotReadyAndSaysWhy() throws IOException, InterruptedException {
        HttpResponse<String> response = get("health/ready");

        assertEquals(503, response.statusCode());
        JsonNode checks = new ObjectMapper().readTree(response.body()).get("checks");
        assertEquals(2, checks.size());
        for (JsonNode check : checks) {
            String reason = check.get("data").get("reason").asText();
            switch (check.get("name").asText()) {
                case "models" -> assertEquals("no model is loaded yet", reason);
                case "stream" -> {
                    assertTrue(reason.contains("localhost:1"), reason);
                    assertTrue(reason.contains("0 of 2 workers have joined"), reason);
                }
                default -> throw new AssertionError(check);
            }
        }
    }

    @Test
    void itShowsWhatRulesAskOfItsLibraries() throws IOException, InterruptedException {
        MetricCatalogue.read()
                .holdsOfLibraries(
                        "explainer-service", "explainer_", get("metrics").body());
    }

    @Test
    void whoComesFromElsewhereIsToldOnlyWhetherItIsUp() throws IOException, InterruptedException {
        for (String path : List.of("health", "health/ready")) {
            HttpRequest throughAProxy = HttpRequest.newBuilder(base.resolve(path))
                    .header("X-Forwarded-For", "192.0.2.7")
                    .build();
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(throughAProxy, HttpResponse.BodyHandlers.ofString());

            assertEquals(503, response.statusCode());
            assertEquals("{\"status\":\"DOWN\"}", response.body());
        }
    }

    @Test
    void nothingElseIsServedAndEveryAnswerForbidsMisuse() throws IOException, InterruptedException {
        HttpResponse<String> refused = get("info");

        assertEquals(404, refused.statusCode());
        assertTrue(refused.body().contains("only /q/health and /q/metrics"), refused.body());
        for (HttpResponse<String> answer : List.of(refused, get("health/live"), get("metrics"))) {
            assertEquals(
                    "nosniff",
                    answer.headers().firstValue("X-Content-Type-Options").orElse(""));
            assertEquals(
                    "no-store", answer.headers().firstValue("Cache-Control").orElse(""));
        }
    }

    @Test
    void itsMetricsAreThere() throws IOException, InterruptedException {
        assertTrue(get("metrics").body().contains("explainer_cases_total{outcome=\"explained\"}"));
    }
}
