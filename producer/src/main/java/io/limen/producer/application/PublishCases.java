package io.limen.producer.application;

import io.limen.producer.application.Reading.Readable;
import io.limen.producer.application.Reading.Unreadable;
import io.limen.producer.domain.result.SegmentedCase;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/** Use case: publish the cases of a source, one after the other, and lose none without a word. */
public final class PublishCases {

    private final CaseAssembly assembly;
    private final SegmentationResults results;
    private final ReceiptBook receipts;
    private final Surroundings surroundings;

    /** Publishes to a stream what no earlier run has a receipt for. */
    public PublishCases(
            CaseAssembly assembly, SegmentationResults results, ReceiptBook receipts, Surroundings surroundings) {
        this.assembly = Objects.requireNonNull(assembly, "assembly");
        this.results = Objects.requireNonNull(results, "results");
        this.receipts = Objects.requireNonNull(receipts, "receipts");
        this.surroundings = Objects.requireNonNull(surroundings, "surroundings");
    }

    /**
     * The user and the clock.
     *
     * @param progress what the user sees
     * @param interruption what the user wants
     * @param time the clock that the pace goes by
     */
    public record Surroundings(Progress progress, Interruption interruption, InstantSource time) {}

    /** What there is to do. */
    Agenda agenda(CaseSource source, PublishPlan plan) {
        return new Agenda(source, plan, receipts);
    }

    /** Publishes and waits until everything is delivered or given up. */
    PublishReport publish(CaseSource source, PublishPlan plan, Agenda agenda, Tally tally) {
        Progress progress = surroundings.progress();
        Instant start = surroundings.time().instant();
        progress.started(agenda.size());
        source.notes().forEach(progress::noted);
        boolean cutShort;
        try {
            cutShort = publishInTurn(plan, agenda, tally, start);
        } finally {
            // however it ends, what became of the last cases is known before it is told
            results.flush();
        }
        progress.finished();
        Duration elapsed = Duration.between(start, surroundings.time().instant());
        return tally.report(agenda, tally.endOf(plan, cutShort), elapsed);
    }

    /** Whether cases are left that were not tried. */
    private boolean publishInTurn(PublishPlan plan, Agenda agenda, Tally tally, Instant start) {
        int next = agenda.nextFrom(0);
        int tried = 0;
        while (next >= 0 && awaitTurn(tried, plan, start) && !tally.isOver(plan)) {
            publishOne(agenda.entry(next), plan, tally);
            next = agenda.nextFrom(next + 1);
            tried++;
            if (assembly.storeIsLost()) {
                tally.loseStore();
            }
        }
        return next >= 0;
    }

    /** Whether to go on, once the case is due. */
    private boolean awaitTurn(int index, PublishPlan plan, Instant start) {
        Duration wait = Duration.between(
                surroundings.time().instant(), start.plus(plan.pace().due(index)));
        if (!wait.isNegative() && !wait.isZero()) {
            surroundings.interruption().await(wait);
        }
        return !surroundings.interruption().wanted();
    }

    private void publishOne(Agenda.Entry entry, PublishPlan plan, Tally tally) {
        tally.tried(entry.sourceCase().kind());
        try {
            readAndHandOver(entry, plan, tally);
        } catch (OutOfMemoryError e) {
            tally.fail(entry.sourceCase().name(), CaseReading.TOO_LARGE);
        }
    }

    private void readAndHandOver(Agenda.Entry entry, PublishPlan plan, Tally tally) {
        SourceCase sourceCase = entry.sourceCase();
        Reading<SegmentedCase> assembled = assembly.assemble(sourceCase, entry.deployment(), plan.withGroundTruth());
        if (assembled instanceof Readable<SegmentedCase> ready) {
            boolean groundTruth = ready.value().masks().groundTruth().isPresent();
            results.publish(ready.value(), delivery -> {
                tally.record(sourceCase.name(), groundTruth, delivery);
                writeDown(entry, delivery, tally);
            });
        } else if (assembled instanceof Unreadable<SegmentedCase> unreadable) {
            passOverOrFail(sourceCase, unreadable, tally);
        }
    }

    /** A model that runs beside us is ended when the user stops, and the case that it had is not to blame. */
    private void passOverOrFail(SourceCase sourceCase, Unreadable<SegmentedCase> unreadable, Tally tally) {
        if (surroundings.interruption().wanted()) {
            tally.passOver();
        } else {
            tally.fail(sourceCase.name(), unreadable.reason());
        }
    }

    private void writeDown(Agenda.Entry entry, Delivery delivery, Tally tally) {
        if (delivery instanceof Delivery.Delivered) {
            try {
                receipts.add(entry.receipt());
            } catch (UncheckedIOException e) {
                tally.loseReceipt();
            }
        }
    }
}
