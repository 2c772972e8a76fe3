package io.limen.producer.adapter.metrics;

import io.limen.producer.application.intake.BroughtCase;
import io.limen.producer.application.intake.CaseIntake;
import io.limen.producer.application.intake.TakenIn;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** {@code intake.acknowledgement}: how many cases came, what became of them and how long until it was known. */
public final class MeasuredIntake implements CaseIntake {

    /** From a broker next door to the longest that anybody waits; quantiles over all intakes come from them. */
    private static final Duration[] BUCKETS = IntStream.of(
                    10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

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
                .serviceLevelObjectives(BUCKETS)
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
