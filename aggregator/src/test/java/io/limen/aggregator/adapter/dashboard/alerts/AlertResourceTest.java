package io.limen.aggregator.adapter.dashboard.alerts;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.limen.aggregator.domain.strategy.Feature;
import io.limen.schemas.DriftState;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("own-process")
class AlertResourceTest {

    @Inject
    AlertBook book;

    @BeforeEach
    void anAlert() {
        book.take(SampleAlerts.alert("a-1", DriftState.ALERT, Instant.parse("2026-03-01T12:00:00Z")));
    }

    @Test
    void alertsAreListedByModelStateAndId() {
        given().queryParam("model", "unet@1")
                .queryParam("state", "alert")
                .get("/api/alerts")
                .then()
                .statusCode(200)
                .body("id", hasItem("a-1"))
                .body("find { it.id == 'a-1' }.moved", hasItem("RELIANCE"));
        given().queryParam("state", "suspect", "alert")
                .get("/api/alerts")
                .then()
                .body("id", hasItem("a-1"));
        given().queryParam("state", "suspect", "cleared")
                .get("/api/alerts")
                .then()
                .body("id", not(hasItem("a-1")));
        given().queryParam("state", "open")
                .get("/api/alerts")
                .then()
                .statusCode(400)
                .body("message", containsString("SUSPECT"));
        given().queryParam("model", "other@1").get("/api/alerts").then().body("size()", equalTo(0));
        given().queryParam("id", "a-1").get("/api/alerts").then().body("id", equalTo(List.of("a-1")));
        given().queryParam("id", "none")
                .get("/api/alerts")
                .then()
                .statusCode(200)
                .body("size()", equalTo(0));
        given().get("/api/alerts/none").then().statusCode(404).body("message", containsString("no alert"));
    }

    @Test
    void anAcknowledgementWithoutANameIsRefused() {
        given().contentType(ContentType.JSON)
                .body("{\"note\": \"seen\"}")
                .post("/api/alerts/a-1/acknowledgement")
                .then()
                .statusCode(400);
        given().contentType(ContentType.JSON)
                .post("/api/alerts/a-1/acknowledgement")
                .then()
                .statusCode(400);
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        given().contentType(ContentType.TEXT)
                .body("by=me")
                .post("/api/alerts/a-1/acknowledgement")
                .then()
                .statusCode(415);
        given().contentType(ContentType.JSON)
                .header("Origin", "https://elsewhere.example")
                .body("{\"by\": \"me\"}")
                .post("/api/alerts/a-1/acknowledgement")
                .then()
                .statusCode(401)
                .body("message", containsString("only callers on this machine"));
    }

    @Test
    void withoutABrokerNothingIsPromised() {
        given().contentType(ContentType.JSON)
                .body("{\"by\": \"safety officer\"}")
                .post("/api/alerts/a-1/acknowledgement")
                .then()
                .statusCode(503)
                .body("message", containsString("try again"));
    }

    @Test
    void everyFeatureIsDefinedInWords() {
        for (Feature feature : Feature.values()) {
            given().get("/api/definition/" + feature.fieldName())
                    .then()
                    .statusCode(200)
                    .body("name", equalTo(feature.fieldName()));
        }
        given().get("/api/definition/nonsense").then().statusCode(404);
    }

    @Test
    void theInterfaceIsDescribed() {
        given().accept(ContentType.JSON)
                .get("/q/openapi?format=JSON")
                .then()
                .statusCode(200)
                .body("paths.keySet()", hasItem("/api/alerts/{id}/acknowledgement"))
                .body("paths.keySet()", hasItem("/api/models/{id}/reference"));
    }

    @Test
    void whoHasTheNewestAlertsIsSentNoneAgainUntilSomethingChanges() {
        book.take(SampleAlerts.alert("tagged", DriftState.ALERT, Instant.parse("2026-03-01T12:00:00Z")));
        String tag = given().get("/api/alerts").then().statusCode(200).extract().header("ETag");

        given().header("If-None-Match", tag).get("/api/alerts").then().statusCode(304);

        book.take(SampleAlerts.alert("tagged", DriftState.CLEARED, Instant.parse("2026-03-01T12:05:00Z")));
        given().header("If-None-Match", tag).get("/api/alerts").then().statusCode(200);
    }
}
