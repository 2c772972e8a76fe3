package io.limen.producer.application.intake;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Publishes nothing that can't be put on record, and puts on record what became of it. */
public final class RecordedIntake implements CaseIntake {

    private static final TakenIn NOT_RECORDED = new TakenIn.Unavailable(
            "the audit log can't be written, and nothing is published that is not recorded there");

    private final CaseIntake intake;
    private final IntakeLedger ledger;

    /** Publishes by another, and tells the ledger. */
    public RecordedIntake(CaseIntake intake, IntakeLedger ledger) {
        this.intake = Objects.requireNonNull(intake, "intake");
        this.ledger = Objects.requireNonNull(ledger, "ledger");
    }

    @Override
    public CompletableFuture<TakenIn> take(BroughtCase brought) {
        if (!ledger.isOpen()) {
            return CompletableFuture.completedFuture(NOT_RECORDED);
        }
        return intake.take(brought).thenApply(outcome -> {
            ledger.note(brought, outcome);
            return outcome;
        });
    }
}
