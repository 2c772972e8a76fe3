package io.limen.explainer.application.bench;

import io.limen.explainer.domain.attribution.BlockEffect;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.attribution.ScreeningAudit;
import io.limen.explainer.domain.intervention.DrawSchedule;
import io.limen.explainer.domain.intervention.DrawSchedule.Published;
import io.limen.explainer.domain.oracle.Coverage;
import io.limen.explainer.domain.oracle.Estimate;
import io.limen.explainer.domain.oracle.MapError;
import io.limen.explainer.domain.oracle.OracleMap;
import io.limen.explainer.domain.oracle.ScreeningRecall;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What one schedule costs and how good its map is; over several seeds the means.
 *
 * @param forwards forward passes, gradients counted as they cost, the published schedule's audit left out: its
 *     map does not use those draws, while the adaptive one does
 * @param seconds wall-clock; of the published schedule in proportion to the forward passes that count
 * @param error against the oracle, over all treated blocks
 * @param standardError root-mean-square standard error over the treated blocks as the map reports it, percentage points
 * @param coverage of the significant blocks' 95 % intervals, over the sampled blocks and seeds
 * @param significant blocks called significant
 * @param recall share of the blocks that matter which screening kept, in [0,1]; empty when none does
 */
public record ScheduleFigures(
        double forwards,
        double seconds,
        MapError error,
        double standardError,
        Coverage coverage,
        double significant,
        OptionalDouble recall) {

    static ScheduleFigures of(Explanation explanation, DrawSchedule schedule, OracleMap oracle) {
        List<Estimate> estimates = explanation.map().effects().stream()
                .map(ScheduleFigures::estimate)
                .toList();
        double squares = estimates.stream()
                .mapToDouble(estimate -> estimate.standardError() * estimate.standardError())
                .average()
                .orElse(0);
        long made = explanation.cost().forwards();
        long forwards = made - (schedule instanceof Published ? auditOf(explanation) : 0);
        return new ScheduleFigures(
                forwards,
                explanation.cost().elapsed().toNanos() / 1e9 * forwards / made,
                MapError.of(oracle, estimates),
                Math.sqrt(squares),
                Coverage.of(oracle, estimates),
                estimates.stream().filter(Estimate::significant).count(),
                ScreeningRecall.of(oracle, estimates, schedule.tau()));
    }

    /** Forward passes that were made to find out what screening lost. */
    private static long auditOf(Explanation explanation) {
        return explanation
                .screening()
                .map(audit -> (long) ScreeningAudit.DRAWS * audit.audited())
                .orElse(0L);
    }

    /** The means; squared errors are averaged, not their roots, and intervals are pooled. */
    static ScheduleFigures mean(List<ScheduleFigures> runs) {
        return new ScheduleFigures(
                average(runs, ScheduleFigures::forwards),
                average(runs, ScheduleFigures::seconds),
                new MapError(
                        average(runs, run -> run.error.meanSquare()), average(runs, run -> run.error.standardError())),
                Math.sqrt(average(runs, run -> run.standardError * run.standardError)),
                runs.stream().map(ScheduleFigures::coverage).reduce(Coverage.NONE, Coverage::plus),
                average(runs, ScheduleFigures::significant),
                runs.stream().flatMapToDouble(run -> run.recall.stream()).average());
    }

    public double forwardsPerSecond() {
        return forwards / seconds;
    }

    private static Estimate estimate(BlockEffect effect) {
        return new Estimate(effect.ate(), effect.standardError(), effect.significant(), effect.screenedOut());
    }

    private static double average(List<ScheduleFigures> runs, ToDoubleFunction<ScheduleFigures> figure) {
        return runs.stream().mapToDouble(figure).average().orElseThrow();
    }
}
