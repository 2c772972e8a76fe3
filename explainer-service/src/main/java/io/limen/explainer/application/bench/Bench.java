package io.limen.explainer.application.bench;

import io.limen.explainer.application.ExplainCase;
import io.limen.explainer.application.ExplanationOutcome;
import io.limen.explainer.application.ExplanationOutcome.Explained;
import io.limen.explainer.application.ExplanationOutcome.Failed;
import io.limen.explainer.application.ExplanationOutcome.Skipped;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.Progress;
import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.intervention.DrawSchedule;
import io.limen.explainer.domain.intervention.DrawSchedule.Adaptive;
import io.limen.explainer.domain.intervention.DrawSchedule.Published;
import io.limen.explainer.domain.oracle.OracleMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The use case: explains cases under the published and the adaptive schedule, one after the other in this process, and holds
 * both maps against an oracle. Owned by one thread.
 */
public final class Bench {

    private static final Published PUBLISHED = Published.asPublished();
    private static final Adaptive ADAPTIVE = Adaptive.asPreciseAsPublished();

    /** The least that an explanation can be: every block once. Enough to load, compile and choose batches. */
    private static final Budget LEAST = new Budget(1, Budget.UNLIMITED.maxDuration());

    private final Supplier<ExplainCase> explainers;
    private final BenchSettings settings;
    private final BenchWatch watch;

    /** @param explainers make one that knows nothing yet, for each explanation: none shall profit from another's search */
    public Bench(Supplier<ExplainCase> explainers, BenchSettings settings, BenchWatch watch) {
        this.explainers = explainers;
        this.settings = settings;
        this.watch = watch;
    }

    /**
     * Measures the cases, in their order.
     *
     * @throws ModelRejectedException when one of them can't be explained, with the reason in one line
     * @throws InterruptedException when the thread is interrupted; noticed between batches
     */
    public List<BenchResult> run(List<BenchCase> cases) throws ModelRejectedException, InterruptedException {
        List<Warmth> warmths = new ArrayList<>();
        for (BenchCase subject : cases) {
            warmths.add(warmUp(subject));
        }
        watch.begins(warmths.stream().map(warmth -> warmth.time(settings)).reduce(Duration.ZERO, Duration::plus));
        Stages stages = new Stages(
                watch,
                warmths.stream().mapToLong(warmth -> warmth.inAll(settings)).sum());
        List<BenchResult> results = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            results.add(measure(cases.get(i), warmths.get(i), stages));
        }
        return results;
    }

    /** The first use of a model measures batches and compiles code: it is left out of every figure. */
    private Warmth warmUp(BenchCase subject) throws ModelRejectedException, InterruptedException {
        explain(subject, ADAPTIVE, 0, LEAST, Progress.SILENT);
        Explanation warm = explain(subject, PUBLISHED, 0, LEAST, Progress.SILENT);
        return new Warmth(
                warm.map().effects().size(),
                warm.cost().elapsed().toNanos() / 1e9 / warm.cost().forwards());
    }

    private BenchResult measure(BenchCase subject, Warmth warmth, Stages stages)
            throws ModelRejectedException, InterruptedException {
        List<Explanation> published = new ArrayList<>();
        List<Explanation> adaptive = new ArrayList<>();
        for (int repeat = 0; repeat < settings.repeats(); repeat++) {
            published.add(timed(subject, PUBLISHED, repeat, stages, warmth.published()));
            adaptive.add(timed(subject, ADAPTIVE, repeat, stages, warmth.adaptive()));
        }
        long expected = warmth.oracle(settings);
        OracleMap oracle = new Oracle(subject, published.get(0)).measure(settings, stages.next(expected));
        stages.finish(expected);
        return new BenchResult(
                subject.source().model().description().id(),
                subject.image(),
                oracle.sample().blocks(),
                oracle.sample().sampled().size(),
                figures(published, PUBLISHED, oracle),
                figures(adaptive, ADAPTIVE, oracle));
    }

    private static ScheduleFigures figures(List<Explanation> runs, DrawSchedule schedule, OracleMap oracle) {
        return ScheduleFigures.mean(runs.stream()
                .map(run -> ScheduleFigures.of(run, schedule, oracle))
                .toList());
    }

    private Explanation timed(BenchCase subject, DrawSchedule schedule, int repeat, Stages stages, long expected)
            throws ModelRejectedException, InterruptedException {
        Explanation explanation = explain(subject, schedule, repeat, Budget.UNLIMITED, stages.next(expected));
        stages.finish(explanation.cost().forwards());
        return explanation;
    }

    private Explanation explain(BenchCase subject, DrawSchedule schedule, int repeat, Budget budget, Progress progress)
            throws ModelRejectedException, InterruptedException {
        ExplanationOutcome outcome = explainers
                .get()
                .explain(subject.subject(), subject.source(), settings.explanation(schedule, repeat, budget), progress);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (outcome instanceof Explained explained) {
            return explained.explanation();
        }
        throw subject.rejected(outcome instanceof Skipped skipped ? skipped.reason() : ((Failed) outcome).reason());
    }
}
