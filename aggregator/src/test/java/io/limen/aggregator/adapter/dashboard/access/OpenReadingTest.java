package io.limen.aggregator.adapter.dashboard.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who reads without a token, over HTTP, where reading is open. */
@QuarkusTest
@Tag("own-process")
@TestProfile(OpenReadingTest.Open.class)
class OpenReadingTest {

    /** Everybody may read. */
    public static final class Open extends WithTokens {

        @Override
        public Map<String, String> getConfigOverrides() {
            return and(Map.of("limen.access.open-reading", "true"));
        }
    }

    @Test
    void everybodyMayReadWhoCallsItByItsName() {
        given().get("/api/session").then().statusCode(200).body("who", equalTo("everybody"));
        given().post("/api/models/unet@1/reference").then().statusCode(403);
    }

    @Test
    void aPageOfAnotherSiteThatHasItsNameLeadHereReadsNothing() {
        for (String path : new String[] {"/api/models", "/api/feed", "/q/openapi"}) {
            given().header("Host", "rebound.example:8080")
                    .header("Origin", "http://rebound.example:8080")
                    .get(path)
                    .then()
                    .statusCode(401)
                    .body("message", containsString("limen.access.hosts"));
        }
    }

    @Test
    void aTokenWillDoByAnyName() {
        given().header("Host", "aggregator.limen.svc")
                .header("Authorization", "Bearer " + WithTokens.VIEWER)
                .get("/api/session")
                .then()
                .statusCode(200)
                .body("who", equalTo("viewer-token"));
    }
}
