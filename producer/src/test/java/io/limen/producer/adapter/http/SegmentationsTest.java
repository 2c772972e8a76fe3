package io.limen.producer.adapter.http;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.monitoring.MetricCatalogue;
import io.limen.producer.application.Delivery;
import io.limen.producer.application.PublishRun;
import io.limen.producer.application.intake.IntakeLedger;
import io.limen.producer.domain.result.SegmentedCase;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SegmentationsTest {

    static final String TOKEN = "a-token-for-tests-of-32-letters!";

    @Inject
    FakeBroker broker;

    @Inject
    IntakeLedger ledger;

    @Inject
    MeterRegistry registry;

    @TestHTTPResource
    URI intake;

    @BeforeEach
    void forgetWhatWas() {
        broker.clear();
        ledger.writeAll();
        broker.clear();
    }

    private static RequestSpecification publisher() {
        return given().header("Authorization", "Bearer " + TOKEN);
    }

    private static RequestSpecification aCase(int level) {
        return publisher()
                .multiPart("model", "unet@3")
                .multiPart("site", "clinic")
                .multiPart("image", "Doe^John.png", Pictures.gray(level), "image/png");
    }

    private static Response post(RequestSpecification request) {
        return request.post("/segmentations");
    }

    @Test
    void caseIsAnsweredWithItsIdOnceTheBrokerHasIt() {
        String id = post(aCase(10).multiPart("mask", "m.png", Pictures.mask(Pictures.SIZE), "image/png"))
                .then()
                .statusCode(201)
                .body("caseId", matchesPattern("[0-9a-f]{32}"))
                .extract()
                .path("caseId");

        SegmentedCase published = broker.cases().get(0);
        assertEquals(id, published.id().value());
        assertEquals("unet@3", published.deployment().model().toString());
        assertTrue(published.masks().predicted().isPresent());
        assertEquals(1, broker.cases().size());
    }

    @Test
    void nothingOfWhatNamesAPatientIsPublished() {

        post(aCase(11).multiPart("study", "Doe^John 1970")).then().statusCode(201);

        SegmentedCase published = broker.cases().get(0);
        assertFalse(published.toString().contains("Doe"), published::toString);
        assertTrue(published.study().value().matches("study-[0-9a-f]{16}"));
    }

    @Test
    void whoShowsNoTokenIsAnsweredUnauthorized() {
        given().multiPart("image", "i.png", Pictures.gray(1), "image/png")
                .post("/segmentations")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer realm=\"limen\"")
                .body("message", containsString("access token"));
    }

    @Test
    void anotherTokenIsAnsweredUnauthorized() {
        given().header("Authorization", "Bearer not-the-token-of-anybody")
                .multiPart("image", "i.png", Pictures.gray(1), "image/png")
                .post("/segmentations")
                .then()
                .statusCode(401);
    }

    @Test
    void whatIsMissingIsToldInOneLine() {
        post(publisher().multiPart("model", "unet@3").multiPart("site", "clinic"))
                .then()
                .statusCode(400)
                .body("message", equalTo("the image is missing (part image)"));
    }

    @Test
    void modelOfAnotherFormIsRefused() {
        post(publisher()
                        .multiPart("model", "unet")
                        .multiPart("site", "clinic")
                        .multiPart("image", "i.png", Pictures.gray(1), "image/png"))
                .then()
                .statusCode(400)
                .body("message", containsString("NAME@VERSION"));
    }

    @Test
    void fileThatIsNoImageIsRefused() {
        post(publisher()
                        .multiPart("model", "unet@3")
                        .multiPart("site", "clinic")
                        .multiPart("image", "i.png", "not an image".getBytes(), "image/png"))
                .then()
                .statusCode(400)
                .body("message", containsString("not an image"));
    }

    @Test
    void maskOfAnotherSizeIsRefused() {
        post(aCase(12).multiPart("mask", "m.png", Pictures.mask(4), "image/png"))
                .then()
                .statusCode(400)
                .body("message", equalTo("mask of 4x4 pixels, and the image has 8x8"));
    }

    @Test
    void bodyThatIsTooLargeIsRefused() {
        post(publisher().multiPart("image", "i.png", new byte[1_100_000], "image/png"))
                .then()
                .statusCode(413);
    }

    @Test
    void bodyThatIsAnnouncedTooLargeIsRefusedBeforeItIsRead() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(intake.resolve("/segmentations"))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[1_100_000]))
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertEquals(413, answer.statusCode());
    }

    @AfterEach
    void everyRequestHasGivenItsPlaceBack() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (registry.get("intake.in.flight").gauge().value() > 0) {
            assertTrue(System.nanoTime() < end, "a place is still taken");
            Thread.onSpinWait();
        }
    }

    @Test
    void anotherContentTypeIsRefused() {
        publisher()
                .contentType("text/plain")
                .body("x")
                .post("/segmentations")
                .then()
                .statusCode(415)
                .body("message", equalTo("Unsupported Media Type"));
    }

    @Test
    void brokerThatIsAwayIsToldWithATimeToTryAgain() {
        broker.answers(new Delivery.BrokerLost("the broker no longer takes cases: no answer in time"));

        post(aCase(13)).then().statusCode(503).header("Retry-After", "5").body("message", containsString("broker"));
    }

    @Test
    void sameKeyAndContentIsPublishedOnce() {
        String first = post(aCase(14).header("Idempotency-Key", "k14")).path("caseId");
        String second = post(aCase(14).header("Idempotency-Key", "k14"))
                .then()
                .statusCode(201)
                .extract()
                .path("caseId");

        assertEquals(first, second);
        assertEquals(1, broker.cases().size());
    }

    @Test
    void sameKeyWithAnotherContentIsRefused() {
        post(aCase(15).header("Idempotency-Key", "k15")).then().statusCode(201);

        post(aCase(16).header("Idempotency-Key", "k15")).then().statusCode(422);

        assertEquals(1, broker.cases().size());
    }

    @Test
    void oneMoreThanIsWorkedAtIsToldToTryAgain() throws InterruptedException {
        broker.hold();
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> post(aCase(17)));
        CompletableFuture<Response> second = CompletableFuture.supplyAsync(() -> post(aCase(18)));
        broker.await(2);

        post(aCase(19)).then().statusCode(429).header("Retry-After", "1");

        broker.release();
        broker.release();
        assertEquals(201, first.join().statusCode());
        assertEquals(201, second.join().statusCode());
    }

    @Test
    void everyCallerIsOnRecordByCounts() {
        post(aCase(20)).then().statusCode(201);
        post(aCase(21)).then().statusCode(201);
        post(publisher()
                        .multiPart("model", "unet@3")
                        .multiPart("site", "clinic")
                        .multiPart("image", "i.png", "no image".getBytes(), "image/png"))
                .then()
                .statusCode(400);

        ledger.writeAll();

        PublishRun run = broker.runs().get(0);
        assertEquals("publisher-token", run.by());
        assertEquals(2, run.report().delivered());
        assertEquals(1, run.report().failed());
        assertEquals(Set.of("http"), run.sources());
    }

    @Test
    void streamIsAnsweredLineByLine() {
        String good = line(22);
        String body = good + "\n\n{\"model\":\"unet@3\"}\nnonsense\n" + line(23) + "\n";

        List<String> answers = publisher()
                .contentType("application/x-ndjson")
                .body(body.getBytes())
                .post("/segmentations/stream")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();

        assertEquals(4, answers.size(), answers::toString);
        assertTrue(
                answers.get(0).matches("\\{\"line\":1,\"status\":201,\"caseId\":\"[0-9a-f]{32}\"}"), answers::toString);
        assertTrue(answers.get(1).startsWith("{\"line\":3,\"status\":400,"), answers::toString);
        assertTrue(answers.get(2).startsWith("{\"line\":4,\"status\":400,"), answers::toString);
        assertTrue(answers.get(3).startsWith("{\"line\":5,\"status\":201,"), answers::toString);
        assertEquals(2, broker.cases().size());
    }

    @Test
    void streamTakesOneCaseAtATime() throws InterruptedException {
        broker.hold();
        CompletableFuture<Response> stream = CompletableFuture.supplyAsync(() -> publisher()
                .contentType("application/x-ndjson")
                .body((line(24) + "\n" + line(25)).getBytes())
                .post("/segmentations/stream"));
        broker.await(1);
        assertEquals(1, broker.cases().size());

        broker.release();
        broker.release();

        assertEquals(2, stream.join().asString().lines().count());
    }

    private static String line(int level) {
        return "{\"model\":\"unet@3\",\"site\":\"clinic\",\"image\":\""
                + Base64.getEncoder().encodeToString(Pictures.gray(level)) + "\"}";
    }

    @Test
    void answersCarryHeadersThatKeepThemFromPagesAndCaches() {
        post(aCase(26))
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", containsString("default-src 'none'"));
    }

    @Test
    void metricsAreThoseThatRulesAndDashboardsMayAskFor() {
        post(aCase(29)).then().statusCode(201);

        // a request is counted behind its answer
        await().atMost(30, TimeUnit.SECONDS).untilAsserted(() -> {
            String shown = publisher().get("/q/metrics").asString();
            MetricCatalogue.read().holdsOwn("producer", "intake_", shown);
            MetricCatalogue.read().holdsAll("producer", shown);
        });
    }

    @Test
    void theTraceOfTheCallerGoesOn() {
        String parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        post(aCase(27).header("traceparent", parent)).then().statusCode(201);
        publisher()
                .contentType("application/x-ndjson")
                .header("traceparent", parent)
                .body(line(28).getBytes())
                .post("/segmentations/stream")
                .then()
                .statusCode(200);
        post(aCase(29).header("traceparent", "nonsense")).then().statusCode(201);

        String none = "00000000000000000000000000000000";
        assertEquals(
                List.of("4bf92f3577b34da6a3ce929d0e0e4736", "4bf92f3577b34da6a3ce929d0e0e4736", none), broker.traces());
    }
}
