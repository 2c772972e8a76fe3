package io.limen.producer.application.intake;

import io.limen.producer.application.AuditLog;
import io.limen.producer.application.PublishReport;
import io.limen.producer.application.PublishRun;
import io.limen.producer.domain.deployment.ModelVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What callers have published since it was last put on record: one page per caller and model, written once it is a minute
 * old. While the log does not take pages nothing more may be published.
 */
public final class IntakeLedger {

    private static final Duration PAGE = Duration.ofMinutes(1);

    /** Memory that a log that is away can't outgrow. */
    private static final int MOST_PAGES = 1_000;

    private final AuditLog log;
    private final InstantSource time;
    private final Map<Heading, Page> pages = new LinkedHashMap<>();
    private final List<PublishRun> unwritten = new ArrayList<>();
    private boolean refused;

    /** Writes to a log. */
    public IntakeLedger(AuditLog log, InstantSource time) {
        this.log = Objects.requireNonNull(log, "log");
        this.time = Objects.requireNonNull(time, "time");
    }

    private record Heading(String by, ModelVersion model, String source) {}

    private static final class Page {
        private final Instant begun;
        private int delivered;
        private int withGroundTruth;
        private int failed;

        Page(Instant begun) {
            this.begun = begun;
        }

        private void add(TakenIn outcome) {
            if (outcome instanceof TakenIn.Published published) {
                delivered++;
                withGroundTruth += published.withGroundTruth() ? 1 : 0;
            } else {
                failed++;
            }
        }

        private PublishReport report(Instant now) {
            return new PublishReport(
                    delivered + failed,
                    0,
                    delivered,
                    withGroundTruth,
                    failed,
                    Duration.between(begun, now),
                    PublishReport.End.COMPLETE);
        }
    }

    /** Whether what is published now can be put on record. */
    public synchronized boolean isOpen() {
        return !refused && pages.size() + unwritten.size() < MOST_PAGES;
    }

    synchronized void note(BroughtCase brought, TakenIn outcome) {
        Heading heading = new Heading(
                brought.by(), brought.deployment().model(), brought.content().kind());
        pages.computeIfAbsent(heading, none -> new Page(time.instant())).add(outcome);
    }

    /**
     * Writes the pages that are a minute old, and those that the log did not take before.
     *
     * @return one line that says why some are not in the log; empty when all are
     */
    public Optional<String> writeDue() {
        return write(PAGE);
    }

    /** Writes every page. */
    public Optional<String> writeAll() {
        return write(Duration.ZERO);
    }

    private Optional<String> write(Duration age) {
        for (PublishRun run : due(age)) {
            Optional<String> obstacle = log.append(run);
            settle(run, obstacle.isEmpty());
            if (obstacle.isPresent()) {
                return obstacle;
            }
        }
        return Optional.empty();
    }

    private synchronized List<PublishRun> due(Duration age) {
        Instant now = time.instant();
        pages.entrySet().removeIf(entry -> {
            boolean due = !entry.getValue().begun.plus(age).isAfter(now);
            return due && unwritten.add(run(entry.getKey(), entry.getValue(), now));
        });
        return List.copyOf(unwritten);
    }

    private static PublishRun run(Heading heading, Page page, Instant now) {
        return new PublishRun(
                UUID.randomUUID().toString(),
                heading.by(),
                page.begun,
                List.of(heading.model()),
                new TreeSet<>(List.of(heading.source())),
                page.report(now));
    }

    private synchronized void settle(PublishRun run, boolean written) {
        refused = !written;
        if (written) {
            unwritten.remove(run);
        }
    }
}
