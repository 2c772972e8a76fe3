package io.limen.explainer.adapter.metrics;

import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.stream.CaseAttribution;
import io.limen.explainer.application.stream.ExplanationMetrics;
import io.limen.explainer.application.stream.Rejection;
import io.limen.explainer.domain.attribution.Explanation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Counts in Micrometer. Tags come from closed sets: outcomes, strategies, and the models that the repository has.
 *
 * <ul>
 *   <li>{@code explainer.explanation.duration}: from taking a case to its end, by model, outcome, strategy
 *   <li>{@code explainer.cases}: by outcome (explained, skipped, failed, sampled-out, released)
 *   <li>{@code explainer.forwards}: forward passes (images) of explanations, by model
 *   <li>{@code explainer.budget.exhausted}: explanations that a budget cut short, by model
 *   <li>{@code explainer.case.age}: from segmentation to explanation, by model
 * </ul>
 *
 * The two durations count in buckets, so that quantiles over all workers can be had: quantiles of each do not add up.
 */
public final class MicrometerMetrics implements ExplanationMetrics {

    private static final String DURATION = "explainer.explanation.duration";
    private static final String CASES = "explainer.cases";
    private static final String FORWARDS = "explainer.forwards";
    private static final String BUDGET_EXHAUSTED = "explainer.budget.exhausted";
    private static final String CASE_AGE = "explainer.case.age";

    private static final String MODEL = "model";
    private static final String OUTCOME = "outcome";
    private static final String STRATEGY = "strategy";
    private static final String NONE = "none";

    /** From a small picture on a GPU to a night of waiting; few, as there is a series for each, model, outcome and strategy. */
    private static final Duration[] BUCKETS = IntStream.of(1, 2, 5, 10, 30, 60, 120, 300, 600, 1_800, 7_200, 28_800)
            .mapToObj(Duration::ofSeconds)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;

    public MicrometerMetrics(MeterRegistry registry) {
        this.registry = registry;
        // so that a rate can be drawn from the start
        for (String outcome : new String[] {
            "explained",
            Rejection.Outcome.SKIPPED.label(),
            Rejection.Outcome.FAILED.label(),
            Rejection.Outcome.SAMPLED_OUT.label(),
            "released"
        }) {
            registry.counter(CASES, OUTCOME, outcome);
        }
    }

    @Override
    public void explained(CaseAttribution attribution, Duration elapsed) {
        Explanation explanation = attribution.subject().explanation();
        String model = attribution.subject().model().id().toString();
        String strategy =
                explanation.strategy().classification().strategy().name().toLowerCase(Locale.ROOT);
        count("explained");
        timer(DURATION, MODEL, model, OUTCOME, "explained", STRATEGY, strategy).record(elapsed);
        registry.counter(FORWARDS, MODEL, model).increment(explanation.cost().forwards());
        registry.counter(BUDGET_EXHAUSTED, MODEL, model)
                .increment(explanation.cost().budgetExhausted() ? 1 : 0);
        // clocks of two machines: a negative age is none, and the timer drops it
        timer(CASE_AGE, MODEL, model)
                .record(Duration.between(attribution.identity().segmentedAt(), attribution.explainedAt()));
    }

    @Override
    public void rejected(Rejection rejection, Optional<ModelId> model, Duration elapsed) {
        String outcome = rejection.outcome().label();
        count(outcome);
        timer(DURATION, MODEL, model.map(ModelId::toString).orElse(NONE), OUTCOME, outcome, STRATEGY, NONE)
                .record(elapsed);
    }

    @Override
    public void released() {
        count("released");
    }

    private Timer timer(String name, String... tags) {
        return Timer.builder(name).tags(tags).serviceLevelObjectives(BUCKETS).register(registry);
    }

    private void count(String outcome) {
        registry.counter(CASES, OUTCOME, outcome).increment();
    }
}
