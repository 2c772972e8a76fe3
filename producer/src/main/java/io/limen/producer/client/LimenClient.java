package io.limen.producer.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends what a model segments to the intake, and never disturbs the model: nothing is thrown, memory is bounded, and a case
 * that can't be sent ends its future and is counted. A case that is sent again, because its answer was lost, is published
 * once. Safe for several threads.
 */
public final class LimenClient implements AutoCloseable {

    private static final Duration CONNECTING = Duration.ofSeconds(5);

    /** Longer than the intake waits for its broker. */
    private static final Duration ANSWERING = Duration.ofSeconds(45);

    /** What is on its way when the client is closed. */
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final URI segmentations;
    private final Optional<String> token;
    private final ClientSettings settings;
    private final HttpClient http;
    private final Semaphore places;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private volatile boolean closed;

    private LimenClient(URI intake, Optional<String> token, ClientSettings settings) {
        this.segmentations = intake.resolve("/segmentations");
        this.token = token;
        this.settings = Objects.requireNonNull(settings, "settings");
        this.places = new Semaphore(settings.mostInFlight());
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECTING)
                .build();
    }

    /** A client of the intake at an address, which shows a token; null: none. Nothing is sent yet. */
    public static LimenClient connect(URI intake, String token) {
        return connect(intake, token, ClientSettings.DEFAULT);
    }

    /** A client that behaves as it is told. */
    public static LimenClient connect(URI intake, String token, ClientSettings settings) {
        return new LimenClient(intake, Optional.ofNullable(token), settings);
    }

    /**
     * Sends a case.
     *
     * @return its id once the broker has it; ends with a {@link NotTakenException} when it is dropped, refused or given up
     */
    public CompletableFuture<CaseId> submit(Segmentation segmentation) {
        if (closed) {
            return dropped("the client is closed");
        }
        if (!enter()) {
            return dropped("as many cases as may be are on their way: " + settings.mostInFlight());
        }
        CompletableFuture<CaseId> answer = new CompletableFuture<>();
        // whoever sees the answer sees it counted, and the place free
        CompletableFuture<CaseId> counted = answer.whenComplete((id, fault) -> {
            (fault == null ? taken : lost).incrementAndGet();
            places.release();
        });
        try {
            HttpRequest request = request(segmentation);
            attempt(request, System.nanoTime() + settings.patience().toNanos(), answer);
        } catch (RuntimeException fault) {
            // whatever is wrong with what was given, the model's own answer goes on
            answer.completeExceptionally(new NotTakenException(String.valueOf(fault.getMessage())));
        }
        return counted;
    }

    private boolean enter() {
        if (settings.whenFull() == ClientSettings.WhenFull.DROP) {
            return places.tryAcquire();
        }
        places.acquireUninterruptibly();
        return true;
    }

    private CompletableFuture<CaseId> dropped(String reason) {
        dropped.incrementAndGet();
        return CompletableFuture.failedFuture(new NotTakenException(reason));
    }

    private HttpRequest request(Segmentation segmentation) {
        MultipartBody body = MultipartBody.of(segmentation);
        HttpRequest.Builder request = HttpRequest.newBuilder(segmentations)
                .timeout(ANSWERING)
                .header("Content-Type", body.contentType())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(body.publisher());
        token.ifPresent(shown -> request.header("Authorization", "Bearer " + shown));
        return request.build();
    }

    private void attempt(HttpRequest request, long untilNanos, CompletableFuture<CaseId> answer) {
        http.sendAsync(request, BodyHandlers.ofString())
                .handle((response, fault) -> fault == null ? Attempt.of(response) : Attempt.unanswered(fault))
                .thenAccept(attempt -> settle(attempt, request, untilNanos, answer))
                .whenComplete((none, fault) -> {
                    if (fault != null) {
                        answer.completeExceptionally(new NotTakenException(String.valueOf(fault.getMessage())));
                    }
                });
    }

    private void settle(Attempt attempt, HttpRequest request, long untilNanos, CompletableFuture<CaseId> answer) {
        if (attempt instanceof Attempt.Taken sent) {
            answer.complete(sent.id());
        } else if (attempt instanceof Attempt.Refused refused) {
            answer.completeExceptionally(new NotTakenException(refused.reason()));
        } else if (attempt instanceof Attempt.Busy busy) {
            boolean givenUp = closed || System.nanoTime() + busy.pause().toNanos() - untilNanos > 0;
            if (givenUp) {
                answer.completeExceptionally(new NotTakenException("given up: " + busy.reason()));
            } else {
                CompletableFuture.delayedExecutor(busy.pause().toMillis(), TimeUnit.MILLISECONDS)
                        .execute(() -> attempt(request, untilNanos, answer));
            }
        }
    }

    /** Cases that the intake has. */
    public long taken() {
        return taken.get();
    }

    /** Cases that were refused, or given up. */
    public long lost() {
        return lost.get();
    }

    /** Cases that were not sent, for as many as may be were on their way or the client was closed. */
    public long dropped() {
        return dropped.get();
    }

    /** Takes no more cases, and waits some seconds for those on their way; those that are busy are not tried again. */
    @Override
    public void close() {
        closed = true;
        try {
            if (places.tryAcquire(settings.mostInFlight(), CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
                places.release(settings.mostInFlight());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
