package io.limen.aggregator.adapter.metrics;

import io.limen.aggregator.application.ExplanationMetrics;
import io.limen.aggregator.application.ExplanationOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counter {@code aggregator.explanations}, tag {@code outcome}. */
public final class MicrometerExplanationMetrics implements ExplanationMetrics {

    private final Map<ExplanationOutcome, Counter> counters = new EnumMap<>(ExplanationOutcome.class);

    /** Registers one counter per outcome, so that each is there from the start, at 0. */
    public MicrometerExplanationMetrics(MeterRegistry registry) {
        for (ExplanationOutcome outcome : ExplanationOutcome.values()) {
            counters.put(
                    outcome,
                    Counter.builder("aggregator.explanations")
                            .description("Records of the attributions, by what became of them")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
    }

    @Override
    public void count(ExplanationOutcome outcome) {
        counters.get(outcome).increment();
    }
}
