package io.limen.explainer.adapter.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.explainer.adapter.kafka.SampleAttribution;
import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.stream.Rejection;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MicrometerMetricsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MicrometerMetrics metrics = new MicrometerMetrics(registry);

    private double cases(String outcome) {
        return registry.get("explainer.cases").tag("outcome", outcome).counter().count();
    }

    @Test
    void everyOutcomeIsThereFromTheStart() {
        for (String outcome : new String[] {"explained", "skipped", "failed", "released"}) {
            assertEquals(0, cases(outcome));
        }
    }

    @Test
    void anExplanationCountsWithWhatItTook() {
        metrics.explained(SampleAttribution.full(), Duration.ofSeconds(3));

        assertEquals(1, cases("explained"));
        assertEquals(
                123,
                registry.get("explainer.forwards")
                        .tag("model", "unet@3")
                        .counter()
                        .count());
        assertEquals(1, registry.get("explainer.budget.exhausted").counter().count());
        assertEquals(1, registry.get("explainer.case.age").timer().totalTime(TimeUnit.SECONDS));
        assertEquals(
                3,
                registry.get("explainer.explanation.duration")
                        .tags("model", "unet@3", "outcome", "explained", "strategy", "local")
                        .timer()
                        .totalTime(TimeUnit.SECONDS));
    }

    @Test
    void aRejectionCountsUnderItsOutcome() {
        metrics.rejected(Rejection.failed("x"), Optional.of(new ModelId("unet", "3")), Duration.ofSeconds(2));
        metrics.rejected(new Rejection(Rejection.Outcome.SKIPPED, "x"), Optional.empty(), Duration.ofSeconds(1));

        assertEquals(1, cases("failed"));
        assertEquals(1, cases("skipped"));
        assertEquals(
                1,
                registry.get("explainer.explanation.duration")
                        .tags("model", "unet@3", "outcome", "failed", "strategy", "none")
                        .timer()
                        .count());
    }

    @Test
    void aModelThatIsOnlyClaimedMakesNoMeter() {
        metrics.rejected(Rejection.failed("x"), Optional.empty(), Duration.ZERO);
        long before = registry.getMeters().size();
        metrics.rejected(Rejection.failed("y"), Optional.empty(), Duration.ZERO);
        assertEquals(before, registry.getMeters().size());
        assertEquals(
                1,
                registry.getMeters().stream()
                        .map(Meter::getId)
                        // a registry that knows no histograms has a gauge for each bucket, too
                        .filter(id -> id.getType() == Meter.Type.TIMER)
                        .filter(id -> "none".equals(id.getTag("model")))
                        .count());
    }

    @Test
    void aReleasedCaseCounts() {
        metrics.released();
        assertEquals(1, cases("released"));
    }
}
