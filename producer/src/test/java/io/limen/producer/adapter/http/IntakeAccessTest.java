package io.limen.producer.adapter.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.producer.application.intake.IntakeLedger;
import io.limen.schemas.access.HttpAccessContract;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may bring cases, over HTTP. */
@QuarkusTest
@TestProfile(WithAccess.class)
class IntakeAccessTest implements HttpAccessContract {

    private static final String ROLE = "limen-publisher";

    @TestHTTPResource
    URI intake;

    @Inject
    FakeBroker broker;

    @Inject
    IntakeLedger ledger;

    @BeforeEach
    void forgetWhatWas() {
        ledger.writeAll();
        broker.clear();
    }

    @Override
    public Served served() {
        return new Served(
                intake,
                "/segmentations",
                "multipart/form-data; boundary=x",
                SegmentationsTest.TOKEN,
                Issuer.running().token("eve", "cleaner"),
                Issuer.running().refused(ROLE),
                1024 * 1024);
    }

    @Test
    void aTokenOfTheProviderBringsCasesInItsOwnersName() {
        given().header("Authorization", "Bearer " + Issuer.running().token("ada", ROLE, "others"))
                .multiPart("model", "unet@3")
                .multiPart("site", "clinic")
                .multiPart("image", "i.png", Pictures.gray(30), "image/png")
                .post("/segmentations")
                .then()
                .statusCode(201);

        ledger.writeAll();

        assertEquals("ada (subject-of-ada)", broker.runs().get(0).by());
    }

    @Test
    void aStreamIsHeldToTheSameRules() {
        for (String token : Issuer.running().refused(ROLE)) {
            stream(token).then().statusCode(401).body("message", containsString("access token"));
        }
        stream(Issuer.running().token("eve", "cleaner"))
                .then()
                .statusCode(403)
                .body("message", containsString("role of publishers"));
        stream(Issuer.running().token("ada", ROLE)).then().statusCode(200);
    }

    private static Response stream(String token) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/x-ndjson")
                .body("\n".getBytes())
                .post("/segmentations/stream");
    }

    @Test
    void openEventsAreForWhoCallsTheIntakeByItsName() {
        event("intake:8080").post("/events").then().statusCode(400).body("message", containsString("no CloudEvent"));
        event("10.0.0.7:8080").post("/events").then().statusCode(400);
        event("rebound.example")
                .post("/events")
                .then()
                .statusCode(401)
                .body("message", containsString("limen.access.hosts"));
    }

    @Test
    void noPageBringsEvents() {
        event("intake:8080")
                .header("Origin", "http://intake:8080")
                .post("/events")
                .then()
                .statusCode(401);
    }

    private static RequestSpecification event(String host) {
        return given().header("Host", host).contentType("application/json").body("{}");
    }
}
