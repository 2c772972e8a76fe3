package io.limen.producer.adapter.metrics;

import io.limen.producer.application.intake.BroughtCase;
import io.limen.producer.application.intake.CaseIntake;
import io.limen.producer.application.intake.TakenIn;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** {@code intake.acknowledgement}: how many cases came, what became of them and how long until it was known. */
public final class MeasuredIntake implements CaseIntake {

    private final CaseIntake intake;
    private final MeterRegistry registry;

    /** Measures another intake. */
    public MeasuredIntake(CaseIntake intake, MeterRegistry registry) {
        this.intake = Objects.requireNonNull(intake, "intake");
        this.registry = Objects.requireNonNull(registry, "registry");
    }

    @Override
    public CompletableFuture<TakenIn> take(BroughtCase brought) {
        Timer.Sample sample = Timer.start(registry);
        return intake.take(brought).whenComplete((outcome, fault) -> sample.stop(timer(name(outcome))));
    }

    private Timer timer(String outcome) {
        return Timer.builder("intake.acknowledgement")
                .description("From the first byte read to the broker's acknowledgement, or to the refusal.")
                .tag("outcome", outcome)
                .register(registry);
    }

    private static String name(TakenIn outcome) {
        if (outcome instanceof TakenIn.Published) {
            return "published";
        }
        if (outcome instanceof TakenIn.Unusable) {
            return "unusable";
        }
        if (outcome instanceof TakenIn.KeyReused) {
            return "key-reused";
        }
        return outcome instanceof TakenIn.Unavailable ? "unavailable" : "broken";
    }
}
