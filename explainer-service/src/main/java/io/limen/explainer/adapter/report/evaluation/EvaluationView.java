package io.limen.explainer.adapter.report.evaluation;

import io.limen.explainer.application.evaluate.EvaluationSettings;
import io.limen.explainer.application.evaluate.summary.EvaluationSummary;
import io.limen.explainer.domain.faithfulness.Metric;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the page shows. Public accessors are the template's.
 *
 * @param lead what was looked at, in a sentence
 * @param cautions what to be careful with
 * @param faithfulness sentences
 * @param charts of the gains
 * @param mix of strategies
 * @param strategies sentences
 * @param heterogeneity a sentence, or null
 * @param associations sentences
 * @param tables by the section they belong to
 * @param gallery pictures
 * @param metrics what they mean
 * @param repeat what the evaluation was made with
 */
record EvaluationView(
        String lead,
        List<String> cautions,
        List<String> faithfulness,
        List<IntervalChart> charts,
        MixChart mix,
        List<String> strategies,
        String heterogeneity,
        List<String> associations,
        Tables tables,
        Gallery gallery,
        List<Meaning> metrics,
        String repeat) {

    /** Tables by the section they belong to. */
    record Tables(
            Table perMethod,
            Table normalised,
            List<Table> comparisons,
            List<Table> perModel,
            Table strategies,
            Table heterogeneity,
            Table fleet,
            Table associations,
            Table failures) {

        static Tables of(EvaluationSummary summary) {
            MethodTables methods = new MethodTables(summary);
            PerceptionTables perception = new PerceptionTables(summary);
            return new Tables(
                    methods.perMethod(),
                    methods.normalised(),
                    methods.comparisons(),
                    methods.perModel(),
                    perception.strategies(),
                    perception.heterogeneity(),
                    perception.fleet(),
                    perception.associations(),
                    perception.failures());
        }

        /** In the order in which a file has them. */
        List<Table> all() {
            return Stream.of(
                            List.of(perMethod, normalised),
                            comparisons,
                            perModel,
                            List.of(strategies, heterogeneity, fleet, associations, failures))
                    .flatMap(List::stream)
                    .toList();
        }
    }

    /** Comparisons by what the charts show. */
    public List<Table> comparisonTables() {
        return tables.comparisons()
                .subList(0, Math.min(charts.size(), tables.comparisons().size()));
    }

    /** What a metric is called and means. */
    record Meaning(String label, String unit, String meaning) {}

    static EvaluationView of(EvaluationSummary summary, EvaluationSettings settings, Tables tables, Gallery gallery) {
        Findings findings = new Findings(summary);
        List<Metric> metrics = summary.scope().metrics();
        return new EvaluationView(
                lead(summary.scope()),
                findings.cautions(),
                findings.faithfulness(),
                Stream.of(Metric.DELETION, Metric.INSERTION)
                        .filter(metrics::contains)
                        .map(metric -> IntervalChart.of(summary, metric))
                        .toList(),
                MixChart.of(summary),
                findings.strategies(),
                findings.heterogeneity().orElse(null),
                findings.associations(),
                tables,
                gallery,
                metrics.stream()
                        .map(one -> new Meaning(one.label() + MethodTables.sign(one), one.unit(), one.meaning()))
                        .toList(),
                repeat(settings));
    }

    /** What was looked at, in a sentence. */
    static String lead(EvaluationSummary.Scope scope) {
        return Scopes.counted(scope.methods().size(), "method")
                + " of attribution (a random map and the oracle included), "
                + Scopes.counted(scope.models().size(), "model") + ", "
                + Scopes.cases(scope.cases().size()) + ": " + Scopes.pairs(scope) + " were evaluated, "
                + scope.notEvaluated() + " could not be.";
    }

    private static String repeat(EvaluationSettings settings) {
        return "Blocks of %d pixels, regions of %d pixels, seed %d, at most %d forward passes per map, %s explained twice."
                .formatted(
                        settings.blockSize(),
                        settings.regionSize(),
                        settings.seed(),
                        settings.budget(),
                        Scopes.cases(settings.repeatedCases()));
    }
}
