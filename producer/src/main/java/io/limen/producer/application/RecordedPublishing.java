package io.limen.producer.application;

import io.limen.producer.application.PublishReport.End;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Use case: publish, and put on record who did, however it ends. */
public final class RecordedPublishing {

    private final PublishCases cases;
    private final AuditLog log;
    private final String by;
    private final PublishCases.Surroundings surroundings;

    /** Publishes in the name of whoever says so. */
    public RecordedPublishing(PublishCases cases, AuditLog log, String by, PublishCases.Surroundings surroundings) {
        this.cases = Objects.requireNonNull(cases, "cases");
        this.log = Objects.requireNonNull(log, "log");
        this.by = Objects.requireNonNull(by, "by");
        this.surroundings = Objects.requireNonNull(surroundings, "surroundings");
    }

    /** Publishes and waits until everything is delivered or given up, and the run is in the log or is not. */
    public PublishReport publish(CaseSource source, PublishPlan plan) {
        Agenda agenda = cases.agenda(source, plan);
        Tally tally = new Tally(surroundings.progress());
        Instant start = surroundings.time().instant();
        PublishReport report;
        try {
            report = cases.publish(source, plan, agenda, tally);
        } catch (RuntimeException | Error fault) {
            Duration elapsed = Duration.between(start, surroundings.time().instant());
            append(start, plan, tally, tally.report(agenda, End.BROKEN, elapsed));
            throw fault;
        }
        boolean recorded = append(start, plan, tally, report);
        return recorded || report.end().isBad() ? report : report.endedAs(End.NOT_RECORDED);
    }

    private boolean append(Instant start, PublishPlan plan, Tally tally, PublishReport report) {
        Optional<String> obstacle = log.append(
                new PublishRun(UUID.randomUUID().toString(), by, start, plan.models(), tally.sources(), report));
        obstacle.ifPresent(surroundings.progress()::noted);
        return obstacle.isEmpty();
    }
}
