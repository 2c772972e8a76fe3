package io.limen.explainer.application.stream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a case, explains it, publishes the attribution, and only then accepts the case; what can't be explained is
 * rejected with its reason, and the next one taken. While the stream is away it holds what it has and tries again; a
 * case that a passing fault of the machine keeps from being explained is given back and taken again.
 * Runs in one thread until the signal is raised.
 */
public final class CaseWorker implements Runnable, StreamStatus {

    private static final Logger LOG = LoggerFactory.getLogger(CaseWorker.class);

    /** How long one look for a case lasts: a stop is noticed within it. */
    private static final Duration LOOK = Duration.ofMillis(250);

    /** A case that meets the same obstacle as often in a row, and has a verdict for that, gets it. */
    public static final int MAX_POSTPONEMENTS = 10;

    private final CaseQueue.Source source;
    private final Quarantine quarantine;
    private final Attributions attributions;
    private final ExplanationMetrics metrics;
    private final InstantSource clock;
    private final Backoff backoff;
    private final StopSignal stop;
    private volatile Optional<String> obstacle = Optional.empty();

    /** Why the last case was given back, until one gets through. */
    private volatile Optional<String> postponed = Optional.empty();

    private int postponements;

    public CaseWorker(
            CaseQueue.Source source,
            Quarantine quarantine,
            Attributions attributions,
            ExplanationMetrics metrics,
            InstantSource clock,
            Backoff backoff,
            StopSignal stop) {
        this.source = source;
        this.quarantine = quarantine;
        this.attributions = attributions;
        this.metrics = metrics;
        this.clock = clock;
        this.backoff = backoff;
        this.stop = stop;
    }

    @Override
    public void run() {
        Optional<CaseQueue> opened = untilItWorks(source::open);
        if (opened.isEmpty()) {
            return;
        }
        try (CaseQueue queue = opened.get()) {
            while (!stop.requested()) {
                if (quarantine.open(LOOK)) {
                    untilItWorks(() -> queue.take(LOOK))
                            .flatMap(taken -> taken)
                            .ifPresentOrElse(taken -> handle(queue, taken), this::unobstructed);
                } else {
                    queue.standBy();
                }
            }
        }
    }

    @Override
    public List<String> obstacles() {
        return Stream.concat(obstacle.stream(), postponed.stream()).toList();
    }

    private void handle(CaseQueue queue, Delivery delivery) {
        Instant start = clock.instant();
        Optional<Verdict> judged =
                untilItWorks(() -> quarantine.judge(delivery)).flatMap(verdict -> verdict);
        if (judged.isEmpty()) {
            release(queue, delivery);
            return;
        }
        Verdict verdict = judged.get();
        if (verdict instanceof Verdict.Postponed passing) {
            if (passing.atLast().isEmpty() || timesInARow(passing) < MAX_POSTPONEMENTS) {
                postpone(queue, delivery, passing);
                return;
            }
            verdict = passing.atLast().get();
        }
        unobstructed();
        if (stop.abandoned() || !conclude(queue, delivery, verdict, start)) {
            release(queue, delivery);
        }
    }

    private void postpone(CaseQueue queue, Delivery delivery, Verdict.Postponed passing) {
        postponements = timesInARow(passing) + 1;
        postponed = Optional.of(passing.obstacle());
        if (postponements == 1) {
            LOG.warn("cases wait: {}", passing.obstacle());
        }
        release(queue, delivery);
        stop.await(backoff.after(postponements));
    }

    private int timesInARow(Verdict.Postponed passing) {
        return postponed.equals(Optional.of(passing.obstacle())) ? postponements : 0;
    }

    private void unobstructed() {
        postponed = Optional.empty();
        postponements = 0;
    }

    private void release(CaseQueue queue, Delivery delivery) {
        queue.release(delivery);
        metrics.released();
    }

    /** Whether the stream has taken the verdict. */
    private boolean conclude(CaseQueue queue, Delivery delivery, Verdict verdict, Instant start) {
        if (verdict instanceof Verdict.Rejected rejected) {
            return reject(queue, delivery, rejected, start);
        }
        CaseAttribution attribution = ((Verdict.Explained) verdict).attribution();
        Optional<Optional<Rejection>> published = untilItWorks(() -> publish(attribution));
        if (published.isEmpty()) {
            return false;
        }
        Optional<Rejection> refused = published.get();
        if (refused.isPresent()) {
            Verdict.Rejected rejected = new Verdict.Rejected(
                    refused.get(), Optional.of(attribution.subject().model().id()));
            return reject(queue, delivery, rejected, start);
        }
        queue.accept(delivery);
        metrics.explained(attribution, since(start));
        return true;
    }

    private Optional<Rejection> publish(CaseAttribution attribution) {
        try {
            attributions.publish(attribution);
            return Optional.empty();
        } catch (Attributions.RefusedException e) {
            return Optional.of(Rejection.failed(e.getMessage()));
        } catch (StreamUnavailableException e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // whatever it is, this worker has other cases to explain
            LOG.error("an attribution ran into an internal error", e);
            return Optional.of(Rejection.internalError());
        }
    }

    private boolean reject(CaseQueue queue, Delivery delivery, Verdict.Rejected verdict, Instant start) {
        boolean kept = untilItWorks(() -> {
                    queue.reject(delivery, verdict.rejection());
                    return true;
                })
                .isPresent();
        if (kept) {
            metrics.rejected(verdict.rejection(), verdict.model(), since(start));
        }
        return kept;
    }

    /** Tries until it works or the signal is raised; at least once. */
    private <T> Optional<T> untilItWorks(Supplier<T> attempt) {
        for (int failures = 1; ; failures++) {
            try {
                T result = attempt.get();
                obstacle = Optional.empty();
                return Optional.of(result);
            } catch (StreamUnavailableException e) {
                LOG.debug("the stream is unavailable, attempt {}: {}", failures, e.getMessage(), e);
                obstacle = Optional.of(e.getMessage());
                stop.await(backoff.after(failures));
                if (stop.requested()) {
                    return Optional.empty();
                }
            }
        }
    }

    private Duration since(Instant start) {
        return Duration.between(start, clock.instant());
    }
}
