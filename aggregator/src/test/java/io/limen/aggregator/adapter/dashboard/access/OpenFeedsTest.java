package io.limen.aggregator.adapter.dashboard.access;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who holds how many feeds open, over HTTP. */
@QuarkusTest
@Tag("own-process")
@TestProfile(WithAccess.class)
@Timeout(60)
class OpenFeedsTest {

    @TestHTTPResource("/api/feed")
    URI feed;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<InputStream> held = new ArrayList<>();

    @AfterEach
    void closeThem() throws IOException {
        for (InputStream events : held) {
            events.close();
        }
    }

    private int open(String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(feed)
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        held.add(answer.body());
        return answer.statusCode();
    }

    @Test
    void whoHoldsTooManyGetsNoMoreAndOthersDo() throws Exception {
        String greedy = Issuer.token("greedy", "limen-viewer");
        for (int i = 0; i < WithAccess.FEEDS_PER_CLIENT; i++) {
            assertEquals(200, open(greedy));
        }
        given().header("Authorization", "Bearer " + greedy)
                .get("/api/feed")
                .then()
                .statusCode(429)
                .body("message", containsString(WithAccess.FEEDS_PER_CLIENT + " pages"));
        // the same person by another token
        assertEquals(429, open(Issuer.token("greedy", "limen-viewer", "others")));
        assertEquals(200, open(Issuer.token("modest", "limen-viewer")));
        assertEquals(200, open(WithAccess.VIEWER));

        closeThem();
        held.clear();
        await().until(() -> open(greedy) == 200);
    }
}
