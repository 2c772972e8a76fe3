package io.limen.explainer.adapter.report.evaluation;

import io.limen.explainer.adapter.report.Numbers;
import io.limen.explainer.adapter.report.evaluation.Table.Column;
import io.limen.explainer.application.evaluate.MethodScores;
import io.limen.explainer.application.evaluate.summary.EvaluationSummary;
import io.limen.explainer.application.evaluate.summary.MethodComparison;
import io.limen.explainer.application.evaluate.summary.MethodEstimate;
import io.limen.explainer.application.evaluate.summary.ModelFaithfulness;
import io.limen.explainer.domain.comparison.Estimate;
import io.limen.explainer.domain.faithfulness.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What methods are worth, in tables. */
final class MethodTables {

    private final EvaluationSummary summary;
    private final int cases;

    MethodTables(EvaluationSummary summary) {
        this.summary = summary;
        this.cases = summary.scope().cases().size();
    }

    /** Every method by every metric, over all models. */
    Table perMethod() {
        List<Metric> metrics = summary.scope().metrics();
        List<Column> columns = new ArrayList<>(List.of(Column.text("method")));
        metrics.forEach(metric -> columns.add(Column.number(metric.label() + sign(metric) + ", " + metric.unit())));
        List<List<String>> rows = new ArrayList<>();
        for (String method : summary.scope().methods()) {
            List<String> row = new ArrayList<>(List.of(method));
            for (Metric metric : metrics) {
                row.add(words(summary.faithfulness().overall(), metric)
                        .words(estimate(summary.faithfulness().overall(), method, metric), cases));
            }
            rows.add(row);
        }
        return new Table(
                "Faithfulness per method, all models",
                "Means over " + Scopes.pairs(summary.scope()) + " with 95 % intervals over " + Scopes.cases(cases)
                        + ". ↑ higher is better, ↓ lower, →0 nearer to zero. n: cases, where they are fewer.",
                columns,
                rows);
    }

    /** Gains over those of the oracle. */
    Table normalised() {
        List<MethodEstimate> all = summary.faithfulness().normalised();
        List<Metric> metrics =
                all.stream().map(MethodEstimate::metric).distinct().toList();
        List<Column> columns = new ArrayList<>(List.of(Column.text("method")));
        metrics.forEach(metric -> columns.add(Column.number(metric.label() + ", share of the oracle's gain")));
        List<List<String>> rows = summary.scope().methods().stream()
                .filter(method -> !all.isEmpty() && !method.equals(MethodScores.ORACLE))
                .map(method -> Stream.concat(
                                Stream.of(method),
                                metrics.stream()
                                        .map(metric ->
                                                new EstimateWords(1).words(estimate(all, method, metric), cases)))
                        .toList())
                .toList();
        return new Table(
                "Normalised deletion and insertion",
                "The mean gain over a random order, divided by that of the oracle's maps, which were made with the judges' own donors: 1 is about"
                        + " what can be reached, 0 is chance, below 0 is worse than chance. 95 % intervals over "
                        + Scopes.cases(cases) + ", all models together.",
                columns,
                rows);
    }

    /** Every method on every model, one table per metric. */
    List<Table> perModel() {
        return summary.scope().metrics().stream().map(this::perModel).toList();
    }

    private Table perModel(Metric metric) {
        List<ModelFaithfulness> models = summary.faithfulness().byModel();
        List<Column> columns = new ArrayList<>(List.of(Column.text("method")));
        models.forEach(model -> columns.add(Column.number(model.model())));
        EstimateWords words = words(
                models.stream().flatMap(model -> model.estimates().stream()).toList(), metric);
        List<List<String>> rows = summary.scope().methods().stream()
                .map(method -> Stream.concat(
                                Stream.of(method),
                                models.stream()
                                        .map(model -> words.words(estimate(model.estimates(), method, metric), cases)))
                        .toList())
                .toList();
        return new Table(
                capital(metric.label()) + sign(metric) + " per method and model",
                capital(metric.meaning()) + ". In " + metric.unit() + "; 95 % intervals over " + Scopes.cases(cases)
                        + " of each model, n where they are fewer.",
                columns,
                rows);
    }

    /** The first method against each other one, one table per metric. */
    List<Table> comparisons() {
        List<MethodComparison> all = summary.faithfulness().comparisons();
        return all.stream()
                .map(MethodComparison::metric)
                .distinct()
                .map(metric -> comparisons(
                        metric,
                        all.stream().filter(one -> one.metric() == metric).toList()))
                .toList();
    }

    private static Table comparisons(Metric metric, List<MethodComparison> all) {
        EstimateWords words =
                EstimateWords.of(all.stream().map(MethodComparison::difference).toList());
        return new Table(
                capital(metric.label()) + sign(metric) + ": " + all.get(0).first() + " against the others",
                "Differences on the same cases, " + metric.unit()
                        + ", with 95 % intervals; p: sign-flip test over cases,"
                        + " two-sided; adjusted: after Holm, over the " + all.size() + " comparisons of this table.",
                List.of(
                        Column.text("against"),
                        Column.number("difference"),
                        Column.number("cases"),
                        Column.number("p"),
                        Column.number("adjusted p"),
                        Column.text("verdict")),
                all.stream().map(one -> row(one, words)).toList());
    }

    private static List<String> row(MethodComparison one, EstimateWords words) {
        return List.of(
                one.second(),
                words.words(one.difference()),
                String.valueOf(one.difference().cases()),
                one.test().map(test -> Numbers.pValue(test.pValue())).orElse(EstimateWords.NONE),
                one.test().map(test -> Numbers.pValue(test.adjusted())).orElse(EstimateWords.NONE),
                one.differs() ? one.firstIsBetter() ? "▲ better" : "▼ worse" : "○ not told apart");
    }

    private static EstimateWords words(List<MethodEstimate> all, Metric metric) {
        return EstimateWords.of(all.stream()
                .filter(one -> one.metric() == metric)
                .map(MethodEstimate::estimate)
                .toList());
    }

    private static Estimate estimate(List<MethodEstimate> all, String method, Metric metric) {
        return all.stream()
                .filter(one -> one.method().equals(method) && one.metric() == metric)
                .map(MethodEstimate::estimate)
                .findFirst()
                .orElse(new Estimate.Unknown(0));
    }

    /** Which way is better. */
    static String sign(Metric metric) {
        return switch (metric.better()) {
            case HIGHER -> " ↑";
            case LOWER -> " ↓";
            case NEARER_ZERO -> " →0";
        };
    }

    /** With a capital letter. */
    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
