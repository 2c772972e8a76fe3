package io.limen.quickstart.adapter.process;

import io.limen.quickstart.domain.PartFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A service in a process of its own, with the HTTP port it was given on loopback.
 *
 * @param process the process
 * @param address {@code http://host:port/}
 */
public record ServiceProcess(ChildProcess process, URI address) {

    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final int HTTP_OK = 200;

    /** Waits until the service reports ready; the failure when it ends first or the deadline passes. */
    public Optional<PartFailure> awaitReady(Instant deadline) {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(REQUEST_LIMIT).build();
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/q/health/ready"))
                .timeout(REQUEST_LIMIT)
                .build();
        try {
            while (!ready(client, request)) {
                if (process.ended().isPresent()) {
                    return process.ended();
                }
                if (Instant.now().isAfter(deadline)) {
                    return Optional.of(process.failure("did not become ready in time"));
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(process.failure("was not awaited: interrupted"));
        }
    }

    private static boolean ready(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == HTTP_OK;
        } catch (IOException e) {
            return false; // not listening yet
        }
    }
}
