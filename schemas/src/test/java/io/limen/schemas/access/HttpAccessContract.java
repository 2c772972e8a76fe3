package io.limen.schemas.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What every service answers to callers over HTTP who may not, or bring too much. Each service has the server's side of it in
 * its own adapter; that they say the same is held here.
 */
public interface HttpAccessContract {

    /** The service under test. */
    Served served();

    /**
     * A service with a shared token and an OIDC provider.
     *
     * @param at its address
     * @param guarded a path that takes a role, for POST
     * @param contentType what is posted there
     * @param token one that may
     * @param roleless one of the provider without any role of this service
     * @param refused some that look right and are none
     * @param mostBytes the largest body
     */
    record Served(
            URI at,
            String guarded,
            String contentType,
            String token,
            String roleless,
            List<String> refused,
            int mostBytes) {}

    @Test
    default void whoShowsNoTokenIsToldHow() throws Exception {
        HttpResponse<String> answer = send(post(BodyPublishers.ofString("{}")));

        assertEquals("Bearer realm=\"limen\"", header(answer, "WWW-Authenticate"));
        assertProblem(401, "an access token is needed, as Authorization: Bearer", answer);
    }

    @Test
    default void whoShowsAnotherTokenIsToldTheSame() throws Exception {
        for (String token :
                List.of("x", "a.b.c", served().token() + "2", served().token().substring(1))) {
            assertEquals(
                    401, send(showing(token, BodyPublishers.ofString("{}"))).statusCode(), token);
        }
        HttpRequest.Builder basic =
                post(BodyPublishers.ofString("{}")).header("Authorization", "Basic " + served().token());
        assertProblem(401, "an access token is needed", send(basic));
    }

    @Test
    default void aTokenForOthersOrOfOthersOrOfYesterdayIsNone() throws Exception {
        for (String token : served().refused()) {
            assertProblem(401, "an access token is needed", send(showing(token, BodyPublishers.ofString("{}"))));
        }
    }

    @Test
    default void aTokenWithoutTheRoleIsToldWhatItTakes() throws Exception {
        assertProblem(403, "role", send(showing(served().roleless(), BodyPublishers.ofString("{}"))));
    }

    @Test
    default void aBodyThatIsAnnouncedTooLargeIsRefused() throws Exception {
        byte[] large = new byte[served().mostBytes() + 1];

        assertProblem(413, "the body is too large", send(showing(served().token(), BodyPublishers.ofByteArray(large))));
    }

    /** Without a word: Quarkus' reader of bodies ends such an answer itself, and leaves no place for one. */
    @Test
    default void aBodyThatTurnsOutTooLargeIsRefusedAndTheConnectionEnds() throws Exception {
        byte[] large = new byte[2 * served().mostBytes()];
        // no fault of form comes before that of its size
        Arrays.fill(large, (byte) ' ');
        BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));

        HttpResponse<String> answer = send(showing(served().token(), chunked));

        assertEquals(413, answer.statusCode());
        assertEquals("close", header(answer, "Connection"));
    }

    @Test
    default void metricsTakeARoleAndProbesNone() throws Exception {
        assertEquals(401, send(get("/q/metrics")).statusCode());
        assertEquals(
                200,
                send(get("/q/metrics").header("Authorization", "Bearer " + served().token()))
                        .statusCode());
        assertEquals(200, send(get("/q/health/live")).statusCode());
    }

    @Test
    default void noOtherSpellingLeadsPastTheDoor() throws Exception {
        for (String path : List.of("/q/health/../metrics", "/q/health/%2e%2e/metrics", "//q/metrics", "/q/./metrics")) {
            int status =
                    send(HttpRequest.newBuilder(URI.create(address() + path))).statusCode();
            assertTrue(status == 401 || status == 404 || status == 400, path + " gives " + status);
        }
    }

    @Test
    default void noAnswerIsKeptOrTakenForAPage() throws Exception {
        HttpResponse<String> answer = send(post(BodyPublishers.ofString("{}")));

        Map.of(
                        "X-Content-Type-Options", "nosniff",
                        "Cache-Control", "no-store",
                        "Referrer-Policy", "no-referrer",
                        "X-Frame-Options", "DENY")
                .forEach((name, value) -> assertEquals(value, header(answer, name), name));
        assertTrue(header(answer, "Content-Security-Policy").contains("default-src 'none'"));
    }

    private String address() {
        return served().at().toString().replaceAll("/$", "");
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path));
    }

    private HttpRequest.Builder post(BodyPublisher body) {
        return get(served().guarded())
                .header("Content-Type", served().contentType())
                .POST(body);
    }

    private HttpRequest.Builder showing(String token, BodyPublisher body) {
        return post(body).header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static void assertProblem(int status, String message, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals("application/json", header(answer, "Content-Type").replaceAll(";.*", ""), answer.body());
        assertTrue(answer.body().matches("(?s)\\{\"message\":\"[^\"]*" + message + "[^\"]*\"}"), answer.body());
    }
}
