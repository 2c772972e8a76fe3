package io.limen.explainer.application.evaluate;

import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.Ticker;
import io.limen.explainer.application.evaluate.judge.CaseJudge;
import io.limen.explainer.application.evaluate.method.Attributed;
import io.limen.explainer.application.evaluate.method.AttributionMethod;
import io.limen.explainer.application.evaluate.method.MethodCase;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.component.RankCorrelation;
import io.limen.explainer.domain.faithfulness.Metric;
import io.limen.explainer.domain.saliency.BlockRelevance;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Lets methods explain one case, and judges what they say. Owned by one thread. */
final class MethodTrial {

    private final MethodCase subject;
    private final Optional<MethodCase> shuffled;
    private final CaseJudge judge;
    private final CaseSeeds seeds;
    private final long budget;
    private final Ticker ticker;

    /** @param shuffled the same case and region with shuffled weights */
    MethodTrial(
            MethodCase subject,
            Optional<MethodCase> shuffled,
            CaseJudge judge,
            CaseSeeds seeds,
            long budget,
            Ticker ticker) {
        this.subject = subject;
        this.shuffled = shuffled;
        this.judge = judge;
        this.seeds = seeds;
        this.budget = budget;
        this.ticker = ticker;
    }

    /** @param explanation with strategy, of a method that gives one */
    record Tried(MethodScores scores, Optional<Explanation> explanation) {}

    /** One method. @param repeated whether another seed and shuffled weights are tried as well */
    Tried of(AttributionMethod method, boolean repeated) throws InterruptedException {
        try {
            long start = ticker.nanoseconds();
            Attributed found = method.attribute(subject, seeds.of(method.name()), budget);
            double seconds = (ticker.nanoseconds() - start) / 1e9;
            Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
            metrics.putAll(judge.judge(found.relevance()));
            metrics.put(Metric.FORWARDS, (double) found.forwards());
            metrics.put(Metric.SECONDS, seconds);
            if (repeated) {
                again(method, found.relevance()).ifPresent(value -> metrics.put(Metric.STABILITY, value));
                metrics.putAll(without(method, found.relevance()));
            }
            return new Tried(
                    new MethodScores(method.name(), Optional.of(found.relevance()), metrics, Optional.empty()),
                    found.explanation());
        } catch (ModelRejectedException e) {
            return new Tried(
                    new MethodScores(method.name(), Optional.empty(), Map.of(), Optional.of(e.getMessage())),
                    Optional.empty());
        }
    }

    /** The first map stands, whatever becomes of the second. */
    private Optional<Double> again(AttributionMethod method, BlockRelevance first) throws InterruptedException {
        if (!method.isRandom()) {
            return Optional.of(1.0);
        }
        try {
            BlockRelevance second = method.attribute(subject, seeds.of(method.name() + " again"), budget)
                    .relevance();
            return RankCorrelation.of(first.values(), second.values());
        } catch (ModelRejectedException e) {
            return Optional.empty();
        }
    }

    /** A method that can't explain the shuffled model is not judged by it. */
    private Map<Metric, Double> without(AttributionMethod method, BlockRelevance first) throws InterruptedException {
        Map<Metric, Double> found = new EnumMap<>(Metric.class);
        if (shuffled.isEmpty()) {
            return found;
        }
        try {
            BlockRelevance lost = method.attribute(shuffled.get(), seeds.of(method.name() + " shuffled"), budget)
                    .relevance();
            RankCorrelation.of(first.values(), lost.values())
                    .ifPresent(value -> found.put(Metric.SANITY, Math.abs(value)));
            judge.vouches(lost).ifPresent(value -> found.put(Metric.VOUCHED_WITHOUT, value));
        } catch (ModelRejectedException e) {
            // what was found until then stands
        }
        return found;
    }
}
