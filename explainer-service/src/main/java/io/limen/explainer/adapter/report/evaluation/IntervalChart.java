package io.limen.explainer.adapter.report.evaluation;

import io.limen.explainer.application.evaluate.MethodScores;
import io.limen.explainer.application.evaluate.summary.EvaluationSummary;
import io.limen.explainer.application.evaluate.summary.MethodEstimate;
import io.limen.explainer.domain.comparison.Estimate.WithInterval;
import io.limen.explainer.domain.faithfulness.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A metric of all methods, each a mark with the bar of its interval, along one axis that holds 0. Places are percentages of the axis.
 *
 * @param title what is drawn
 * @param unit of the axis
 * @param zero place of 0
 * @param ticks of the axis
 * @param rows methods in their order
 */
record IntervalChart(String title, String unit, String zero, List<Tick> ticks, List<Row> rows) {

    /** Ticks at most, about. */
    private static final int TICKS = 5;

    /** A number on the axis. */
    record Tick(String text, String place) {}

    /**
     * One method.
     *
     * @param mark shape of its mark: own, oracle, random or other
     * @param words value and interval
     * @param bar whether there is an interval to draw
     */
    record Row(String name, String mark, String words, boolean bar, String place, String from, String width) {}

    /** Of the methods over all models; those without a value are left out. */
    static IntervalChart of(EvaluationSummary summary, Metric metric) {
        List<MethodEstimate> all = summary.faithfulness().overall().stream()
                .filter(one -> one.metric() == metric && one.estimate().known().isPresent())
                .toList();
        Axis axis = Axis.of(all);
        EstimateWords words =
                EstimateWords.of(all.stream().map(MethodEstimate::estimate).toList());
        String own = summary.scope().methods().get(0);
        return new IntervalChart(
                MethodTables.capital(metric.label()),
                metric.unit(),
                percent(axis.place(0)),
                axis.ticks(),
                all.stream().map(one -> row(one, own, words, axis)).toList());
    }

    private static Row row(MethodEstimate one, String own, EstimateWords words, Axis axis) {
        double value = one.estimate().known().orElseThrow();
        double low = one.estimate() instanceof WithInterval known ? known.low() : value;
        double high = one.estimate() instanceof WithInterval known ? known.high() : value;
        return new Row(
                one.method(),
                mark(one.method(), own),
                words.words(one.estimate()),
                high > low,
                percent(axis.place(value)),
                percent(axis.place(low)),
                percent(axis.place(high) - axis.place(low)));
    }

    private static String mark(String method, String own) {
        return method.equals(own)
                ? "own"
                : method.equals(MethodScores.ORACLE) ? "oracle" : method.equals("random") ? "random" : "other";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }

    /** From the lowest to the highest number drawn, with a step of 1, 2 or 5 times a power of ten. */
    private record Axis(double low, double high, double step) {

        static Axis of(List<MethodEstimate> all) {
            double[] ends = all.stream()
                    .flatMapToDouble(one -> one.estimate() instanceof WithInterval known
                            ? DoubleStream.of(known.low(), known.high())
                            : DoubleStream.of(one.estimate().known().orElseThrow()))
                    .toArray();
            double low = Math.min(0, DoubleStream.of(ends).min().orElse(0));
            double high = Math.max(0, DoubleStream.of(ends).max().orElse(1));
            double rough = Math.max(1e-9, high - low) / TICKS;
            double power = Math.pow(10, Math.floor(Math.log10(rough)));
            double step = rough / power > 5 ? 10 * power : rough / power > 2 ? 5 * power : 2 * power;
            return new Axis(Math.floor(low / step) * step, Math.ceil(high / step) * step, step);
        }

        double place(double value) {
            return high > low ? (value - low) / (high - low) : 0;
        }

        List<Tick> ticks() {
            List<Tick> ticks = new ArrayList<>();
            EstimateWords words = new EstimateWords(step >= 1 ? 0 : step);
            for (long i = Math.round(low / step); i <= Math.round(high / step); i++) {
                ticks.add(new Tick(step >= 1 ? whole(i * step) : words.number(i * step), percent(place(i * step))));
            }
            return ticks;
        }

        private static String whole(double value) {
            return String.format(Locale.ROOT, "%.0f", value).replace('-', '−');
        }
    }
}
