package io.limen.aggregator.adapter.dashboard.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.adapter.dashboard.PartsOfThePage;
import io.limen.schemas.access.HttpAccessContract;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what, over HTTP, on an aggregator with tokens and an OIDC provider. */
@QuarkusTest
@Tag("own-process")
@TestProfile(WithAccess.class)
class AccessTest implements HttpAccessContract {

    @TestHTTPResource("/")
    URI service;

    @Override
    public Served served() {
        return new Served(
                service,
                REFERENCE,
                "application/json",
                WithAccess.OPERATOR,
                Issuer.token("eve", "cleaner"),
                Issuer.running().refused("limen-operator"),
                16 * 1024);
    }

    /** Everything that anybody may see, by name. */
    private static final Set<String> OPEN = Set.of("/q/health");

    /** Quarkus mounts these as one route. */
    private static final Set<String> OF_QUARKUS =
            Set.of("/q/health", "/q/metrics", "/q/openapi", "/q/arc/beans", "/q/info", "/q/dev-ui", "/q/swagger-ui");

    private static final String REFERENCE = "/api/models/unet@1/reference";

    @Inject
    Router router;

    @TestHTTPResource("/api/feed")
    URI feed;

    private static RequestSpecification showing(String token) {
        return given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }

    /** All that is served: what the interface describes, and every route with a path. */
    private Set<String> endpoints() {
        Map<String, Map<String, Object>> described = showing(WithAccess.VIEWER)
                .accept(ContentType.JSON)
                .get("/q/openapi?format=JSON")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        Set<String> endpoints = new TreeSet<>();
        described.keySet().forEach(path -> endpoints.add(path.replaceAll("\\{[^}]*}", "unet@1")));
        for (Route route : router.getRoutes()) {
            if (route.getPath() != null && !route.isRegexPath()) {
                endpoints.add(route.getPath().replaceAll("/$|/\\*$", "").replaceAll(":[a-zA-Z]+", "x"));
            }
        }
        endpoints.addAll(OF_QUARKUS);
        endpoints.remove("");
        return endpoints;
    }

    private static boolean isOpenByName(String path, Method method) {
        return method == Method.GET && OPEN.stream().anyMatch(open -> path.equals(open) || path.startsWith(open + "/"));
    }

    @Test
    void everyEndpointIsOpenByNameOrRefusesWhoIsNotKnown() {
        Set<String> unguarded = new TreeSet<>();
        for (String path : endpoints()) {
            for (Method method : Set.of(Method.GET, Method.POST, Method.PUT, Method.DELETE, Method.PATCH)) {
                int status = given().request(method, path).statusCode();
                if (status != 401 && !isOpenByName(path, method)) {
                    unguarded.add(path);
                }
            }
        }
        // the planted one is caught, and it is the only one
        assertEquals(Set.of(Planted.UNGUARDED), unguarded);
    }

    @Test
    void everyEndpointRefusesWhatAViewerWouldChange() {
        Set<String> unguarded = new TreeSet<>();
        for (String path : endpoints()) {
            for (Method method : Set.of(Method.POST, Method.PUT, Method.DELETE, Method.PATCH)) {
                if (showing(WithAccess.VIEWER).request(method, path).statusCode() != 403) {
                    unguarded.add(path);
                }
            }
        }
        assertEquals(Set.of(Planted.UNGUARDED), unguarded);
    }

    @Test
    void anEndpointThatNobodyThoughtOfIsAmongThem() {
        Set<String> missed = new TreeSet<>(Set.of("/planted", "/api/session", "/api/feed", REFERENCE));
        missed.removeAll(endpoints());
        assertEquals(Set.of(), missed);
        given().get("/planted").then().statusCode(401);
        showing(WithAccess.VIEWER).get("/planted").then().statusCode(200);
        showing(WithAccess.VIEWER).post("/planted").then().statusCode(403);
        showing(WithAccess.OPERATOR).post("/planted").then().statusCode(200);
    }

    @Test
    void thePageAndWhatProbesAskForAreOpen() {
        for (String path : Set.of("/", "/dashboard/icon.svg")) {
            given().get(path).then().statusCode(200);
        }
        PartsOfThePage.named()
                .forEach(part ->
                        given().get(part).then().statusCode(200).header("Cache-Control", containsString("immutable")));
        given().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void whoShowsNoTokenIsToldOnlyWhetherItIsUp() {
        // no broker: alive, and not ready
        given().get("/q/health/live").then().statusCode(200).body(equalTo("{\"status\":\"UP\"}"));
        for (String path : Set.of("/q/health", "/q/health/ready")) {
            given().get(path).then().statusCode(503).body(equalTo("{\"status\":\"DOWN\"}"));
            showing(WithAccess.VIEWER)
                    .get(path)
                    .then()
                    .statusCode(503)
                    .body("checks.find { it.name == 'stream' }.data.state", equalTo("WAITING"));
        }
        given().head("/q/health/ready").then().statusCode(503);
    }

    @Test
    void metricsAreForWhoMayRead() {
        given().get("/q/metrics").then().statusCode(401);
        showing(WithAccess.VIEWER).get("/q/metrics").then().statusCode(200).body(containsString("aggregator_"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dashboard/../api/models",
                "/dashboard/%2e%2e/api/models",
                "/q/health/../openapi",
                "/dashboard/..%2f..%2f..%2fapi/models",
                "//api/models",
                "/api/models;open",
                "/api/./models"
            })
    void noOtherSpellingLeadsPastTheDoor(String path) {
        int status = given().urlEncodingEnabled(false).get(path).statusCode();
        assertTrue(status == 401 || status == 404 || status == 400, path + " gives " + status);
    }

    @Test
    void whoIsNotKnownIsToldHowToBe() {
        given().get("/api/models")
                .then()
                .statusCode(401)
                .contentType("application/json")
                .header("WWW-Authenticate", containsString("Bearer"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Frame-Options", "DENY")
                .header("Cache-Control", "no-store")
                .header("X-Request-Id", notNullValue())
                .body("message", containsString("access token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer-0123456789abcdeX", "x", "a.b.c", "viewer-0123456789abcdef2"})
    void aTokenThatIsNoneIsRefused(String token) {
        showing(token).get("/api/models").then().statusCode(401).body("message", containsString("access token"));
        given().header("Authorization", "Basic " + token)
                .get("/api/models")
                .then()
                .statusCode(401);
    }

    @Test
    void aViewerReadsAndIsToldWhatChangingTakes() {
        showing(WithAccess.VIEWER)
                .get("/api/session")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("who", equalTo("viewer-token"))
                .body("role", equalTo("VIEWER"))
                .body("personal", equalTo(false));
        showing(WithAccess.VIEWER)
                .body("{\"from\": \"NEWEST\", \"by\": \"me\"}")
                .post(REFERENCE)
                .then()
                .statusCode(403)
                .contentType("application/json")
                .header("X-Content-Type-Options", "nosniff")
                .body("message", containsString("operator"));
    }

    @Test
    void anOperatorComesAsFarAsTheBroker() {
        showing(WithAccess.OPERATOR)
                .body("{\"from\": \"NEWEST\", \"by\": \"me\"}")
                .post(REFERENCE)
                .then()
                .statusCode(503)
                .body("message", containsString("broker"));
        showing(WithAccess.OPERATOR)
                .body("{\"from\": \"NEWEST\"}")
                .post(REFERENCE)
                .then()
                .statusCode(400)
                .body("message", containsString("who says so"));
    }

    @Test
    void aTokenOfTheProviderGivesTheRoleThatIsInIt() {
        showing(Issuer.token("ada", "limen-viewer", "others"))
                .get("/api/session")
                .then()
                .statusCode(200)
                .body("who", equalTo("ada (subject-of-ada)"))
                .body("role", equalTo("VIEWER"))
                .body("personal", equalTo(true));
        showing(Issuer.token("ada", "limen-viewer"))
                .body("{\"from\": \"NEWEST\"}")
                .post(REFERENCE)
                .then()
                .statusCode(403);
        showing(Issuer.token("grace", "limen-operator"))
                .get("/api/session")
                .then()
                .body("role", equalTo("OPERATOR"));
        // no name in the body: the token has it
        showing(Issuer.token("grace", "limen-operator"))
                .body("{\"from\": \"NEWEST\"}")
                .post(REFERENCE)
                .then()
                .statusCode(503);
    }

    @Test
    void aTokenOfTheProviderWithoutARoleGivesNothing() {
        showing(Issuer.token("eve", "cleaner"))
                .get("/api/models")
                .then()
                .statusCode(403)
                .body("message", containsString("role"));
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedBeforeItIsRead() {
        showing(WithAccess.OPERATOR)
                .body("{\"note\": \"" + "x".repeat(20_000) + "\"}")
                .post(REFERENCE)
                .then()
                .statusCode(413)
                .contentType("application/json")
                .body("message", containsString("too large"));
    }

    @Test
    void headersThatAreTooLargeAreRefused() {
        given().header("Authorization", "Bearer " + "x".repeat(20_000))
                .get("/api/models")
                .then()
                .statusCode(431);
    }

    @Test
    void whoChangesTooMuchAtOnceWaits() {
        String token = Issuer.token("hasty", "limen-operator");
        Response answer;
        int asked = 0;
        do {
            answer = showing(token).post("/api/alerts/none/acknowledgement");
            asked++;
        } while (answer.statusCode() != 429 && asked < 3 * WithAccess.WRITES_PER_MINUTE);
        answer.then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("message", containsString("try again in"));
        // others do not wait for them
        showing(Issuer.token("calm", "limen-operator"))
                .post("/api/alerts/none/acknowledgement")
                .then()
                .statusCode(not(429));
    }

    @Test
    @Timeout(60)
    void theFeedIsOpenedWithATokenOnly() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest.Builder request = HttpRequest.newBuilder(feed);
        assertEquals(
                401,
                http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode());
        request.header("Authorization", "Bearer " + WithAccess.VIEWER);
        var response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (var events = response.body()) {
            assertEquals(200, response.statusCode());
            assertTrue(events.read() >= 0);
        }
    }

    @Test
    @Timeout(60)
    void theFeedEndsWithTheTokenThatOpenedIt() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(feed)
                .header(
                        "Authorization",
                        "Bearer "
                                + Issuer.running()
                                        .signed(Issuer.running()
                                                .claims("brief", Duration.ofSeconds(6), "limen-viewer")))
                .build();
        var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (var events = response.body()) {
            assertEquals(200, response.statusCode());
            events.readAllBytes();
        }
    }
}
