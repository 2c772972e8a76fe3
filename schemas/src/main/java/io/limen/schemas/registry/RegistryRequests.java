package io.limen.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a registry over HTTP. Answers are bounded in time and in size, no redirection is followed, and no line holds a secret. */
final class RegistryRequests {

    private static final String CONTENT = "application/vnd.schemaregistry.v1+json";

    /** An answer repeats a schema at most, and the largest of ours has some 20 KiB. */
    private static final int MOST_BYTES = 1 << 20;

    /** What a line of the log has room for. */
    private static final int LONGEST_REASON = 300;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final RegistryAccess access;
    private final Duration patience;

    /** @param patience from the first byte of a request to the last one of its answer */
    RegistryRequests(RegistryAccess access, Duration patience) {
        this.access = access;
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** What came back. */
    record Answer(int status, JsonNode body) {

        private static final int OK = 200;
        private static final int OK_TO = 299;

        boolean isOk() {
            return status >= OK && status <= OK_TO;
        }

        /** What the registry says is wrong, one line. */
        String reason() {
            String message = line(body.path("message").asText(""));
            return message.isEmpty() ? "" : ": " + message;
        }
    }

    Answer ask(String method, String path, Map<String, String> body) throws RegistryException {
        CompletableFuture<HttpResponse<String>> sent =
                http.sendAsync(request(method, path, body), head -> new LimitedBody(MOST_BYTES));
        try {
            return answer(sent.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            String why = e.getCause().getMessage();
            throw unanswered(why == null ? "" : ": " + line(why), e);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw unanswered(" within " + patience.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw unanswered(", for the asking was interrupted", e);
        }
    }

    private RegistryException unanswered(String how, Exception cause) {
        return new RegistryException("no schema registry answers at " + access + how, cause);
    }

    private Answer answer(HttpResponse<String> response) throws RegistryException {
        try {
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (JsonProcessingException e) {
            throw new RegistryException(
                    "what is at " + access + " is no schema registry: its answer is no JSON (status "
                            + response.statusCode() + ")",
                    e);
        }
    }

    private HttpRequest request(String method, String path, Map<String, String> body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(access.address() + path))
                    .timeout(patience)
                    .header("Content-Type", CONTENT)
                    .header("Accept", CONTENT)
                    .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
            access.authorization().ifPresent(value -> request.header("Authorization", value));
            return request.build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts is JSON", e);
        }
    }

    /** The first line of what somebody else says, fit for a log. */
    private static String line(String text) {
        String first = text.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
        return first.substring(0, Math.min(LONGEST_REASON, first.length()));
    }
}
