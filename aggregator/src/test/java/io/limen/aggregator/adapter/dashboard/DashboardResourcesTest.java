package io.limen.aggregator.adapter.dashboard;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.rehearsal.SampleAttributions;
import io.limen.schemas.Attribution;
import io.limen.schemas.ComponentStatistics;
import io.limen.schemas.FeatureStatistics;
import io.limen.schemas.GroupStatistics;
import io.limen.schemas.ModelStatistics;
import io.limen.schemas.ReferenceMode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The dashboard over HTTP, its fleet fed by hand: no broker. */
@QuarkusTest
@Tag("own-process")
class DashboardResourcesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Inject
    Fleet fleet;

    @TestHTTPResource("/api/feed")
    URI feed;

    @Test
    void modelsAreServedByTheNamesOfTheSchemas() {
        fleet.take(statistics("json-model"));
        fleet.publish();

        given().get("/api/models/json-model@1")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("id", equalTo("json-model@1"))
                .body("statistics.explanations", equalTo(1))
                .body("statistics.updatedAt", equalTo("2026-03-01T12:00:00Z"))
                .body("statistics.groups[0].referenceMode", equalTo("PREDICTION"))
                .body("statistics.groups[0].features.gini.mean", equalTo(0.5f))
                .body("statistics.groups[0].features.gini.min", nullValue())
                .body("statistics.groups[0].features.gini", hasKey("min"))
                .body("statistics.groups[0].classCounts.LOCAL", equalTo(1))
                .body("newest.size()", equalTo(0));
        given().get("/api/models").then().statusCode(200).body("id", hasItem("json-model@1"));
    }

    @Test
    void anUnknownModelIsSaidToBeUnknownInJson() {
        given().get("/api/models/nobody@7")
                .then()
                .statusCode(404)
                .contentType("application/json")
                .body("message", containsString("no model"));
    }

    @Test
    void componentsAreServedStrongestFirstWithTheirSpread() {
        ModelStatistics statistics = statistics("component-model");
        GroupStatistics group = statistics.getGroups().get(0);
        group.setComponents(List.of(
                component("bottleneck", 3, 0),
                component("enc1", -20, 4),
                new ComponentStatistics(
                        "head",
                        "zero",
                        "Conv2d",
                        1,
                        64,
                        64,
                        new FeatureStatistics(1L, 5.0, 0.0, 5.0, 5.0, null, null, Map.of()),
                        0.0)));
        group.setComponentEffectsLeftOut(7);
        fleet.take(statistics);
        fleet.publish();

        given().get("/api/models/component-model@1/components")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("id", equalTo("component-model@1"))
                .body("note", containsString("7 effects were left out"))
                .body("components.name", equalTo(List.of("enc1", "head", "bottleneck")))
                .body("components[0].site", equalTo("clinic"))
                .body("components[0].referenceMode", equalTo("PREDICTION"))
                .body("components[0].kind", equalTo("resample"))
                .body("components[0].type", equalTo("Double"))
                .body("components[0].channels", equalTo(16))
                .body("components[0].count", equalTo(4))
                .body("components[0].mean", equalTo(-20f))
                .body("components[0].standardDeviation", equalTo(2f))
                .body("components[0].standardErrorOfMean", equalTo(1f))
                .body("components[0].meanStandardError", equalTo(0.5f))
                .body("components[1].standardDeviation", nullValue());
        given().get("/api/models/component-model@1")
                .then()
                .body("statistics.groups[0]", not(hasKey("components")))
                .body("$", not(hasKey("components")));
    }

    @Test
    void aModelWhoseComponentsNobodyAskedForSaysSo() {
        fleet.take(statistics("plain-model"));
        fleet.publish();

        given().get("/api/models/plain-model@1/components")
                .then()
                .statusCode(200)
                .body("components.size()", equalTo(0))
                .body("note", equalTo("none of the 1 explanations asked for components (limen.explain.components)"));
    }

    @Test
    void explanationsWithoutComponentsSayWhy() {
        ModelStatistics statistics = statistics("frozen-model");
        statistics.getGroups().get(0).setComponentsUnavailable(1);
        statistics.getGroups().get(0).setComponentsUnavailableReason("it is frozen");
        fleet.take(statistics);
        fleet.publish();

        given().get("/api/models/frozen-model@1/components")
                .then()
                .statusCode(200)
                .body("components.size()", equalTo(0))
                .body("note", equalTo("explanations came without components; the newest says: it is frozen"));
    }

    @Test
    void componentsOfAnUnknownModelAreNotFound() {
        given().get("/api/models/nobody@7/components")
                .then()
                .statusCode(404)
                .contentType("application/json")
                .body("message", containsString("no model"));
    }

    private static ComponentStatistics component(String name, double mean, double variance) {
        FeatureStatistics effect =
                new FeatureStatistics(4L, mean, 3 * variance, mean - 2, mean + 2, variance, null, Map.of());
        return new ComponentStatistics(name, "resample", "Double", 16, 64, 64, effect, 0.5);
    }

    @Test
    void overlaysOfTheNewestExplanationsAreServedAsPictures() {
        Attribution attribution = explanation("picture-model");
        fleet.take(attribution);
        fleet.publish();

        String overlay = given().get("/api/models/picture-model@1").path("newest[0].overlay");
        byte[] png = given().get(overlay)
                .then()
                .statusCode(200)
                .contentType("image/png")
                .header("X-Content-Type-Options", "nosniff")
                .extract()
                .asByteArray();

        assertArrayEquals(attribution.getOverlay().array(), png);
    }

    @Test
    void aPictureThatIsNotHeldIsNotFound() {
        given().get("/api/explanations/" + "0".repeat(64) + "/overlay.png")
                .then()
                .statusCode(404)
                .contentType("application/json")
                .body("message", containsString("no explanation with this id"));
    }

    @Test
    @Timeout(60)
    void theFeedBeatsAndTellsWhatIsNew() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(feed).build();
        var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream"));
            assertEquals("event:heartbeat", nextEvent(lines));

            fleet.take(explanation("fed-model"));
            fleet.take(statistics("fed-model"));
            fleet.publish();

            assertEquals("event:explanation", nextNews(lines));
            assertTrue(lines.readLine().contains("\"model\":\"fed-model\""));
            assertEquals("event:statistics", nextNews(lines));
            assertTrue(lines.readLine()
                    .startsWith("data:{\"model\":\"fed-model\",\"modelVersion\":\"1\",\"explanations\":1"));
        }
        fleet.take(statistics("fed-model-again"));
        fleet.publish();
        await().atMost(30, TimeUnit.SECONDS)
                .untilAsserted(() -> assertEquals(0, fleet.listeners(), "a client that left is forgotten"));
    }

    @Test
    void thePageComesWithAStrictPolicyAndItsLibraryFromHere() {
        given().get("/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", containsString("no-cache"))
                .body(not(containsString("http://")))
                .body(not(containsString("https://")));
        // one script and one style: what a first load waits for is asked for at once
        List<String> parts = PartsOfThePage.named();
        assertEquals(
                List.of("css", "js"),
                parts.stream()
                        .map(part -> part.replaceFirst(".*\\.", ""))
                        .sorted()
                        .toList());
        parts.forEach(
                part -> given().get(part).then().statusCode(200).header("Cache-Control", containsString("immutable")));
    }

    @Test
    void thatAPartOfThePageIsMissingIsNotRemembered() {
        given().get("/dashboard/none-AAAAAAAA.js").then().statusCode(404).header("Cache-Control", equalTo("no-store"));
    }

    @Test
    void withoutABrokerTheServiceIsAliveAndNotReady() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(503).body("checks[0].data.state", equalTo("WAITING"));
    }

    @Test
    void outcomesAreCountedFromTheStart() {
        given().get("/q/metrics").then().body(containsString("aggregator_explanations_total{outcome=\"rejected\"} 0"));
    }

    private static String nextEvent(BufferedReader lines) throws Exception {
        String line = lines.readLine();
        while (!line.startsWith("event:")) {
            line = lines.readLine();
        }
        return line;
    }

    private static String nextNews(BufferedReader lines) throws Exception {
        String event = nextEvent(lines);
        return event.equals("event:heartbeat") ? nextNews(lines) : event;
    }

    private static Attribution explanation(String model) {
        return new SampleAttributions(model, "1", "clinic", 1)
                .next(new Random(model.hashCode()), ReferenceMode.GROUND_TRUTH, NOW);
    }

    private static ModelStatistics statistics(String model) {
        FeatureStatistics gini = new FeatureStatistics(
                1L, 0.5, 0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, null, null, Map.of());
        GroupStatistics group = GroupStatistics.newBuilder()
                .setSite("clinic")
                .setReferenceMode(ReferenceMode.PREDICTION)
                .setExplanations(1L)
                .setFeatures(Map.of("gini", gini))
                .setClassCounts(Map.of("LOCAL", 1L))
                .setProfileSum(Collections.nCopies(48, 0.0))
                .build();
        return new ModelStatistics(model, "1", 1L, 0L, NOW, List.of(group));
    }
}
