package io.limen.explainer.adapter.report.evaluation;

import io.limen.explainer.application.evaluate.summary.EvaluationSummary;
import io.limen.explainer.application.evaluate.summary.ModelPerception;
import io.limen.explainer.domain.strategy.PerceptualStrategy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The classes of strategy of each model as parts of a bar. @param names classes that occur @param rows one per model */
record MixChart(List<String> names, List<Row> rows) {

    /** A part narrower than this has no room for its number. */
    private static final double ROOM = 0.07;

    /** One model. @param words the same for those who can't see the bar */
    record Row(String model, int cases, String words, List<Part> parts) {}

    /** One class. @param text its count, where there is room */
    record Part(String name, String text, String width) {}

    static MixChart of(EvaluationSummary summary) {
        List<String> names = Arrays.stream(PerceptualStrategy.values())
                .filter(one -> summary.models().stream()
                        .anyMatch(model -> model.classes().containsKey(one)))
                .map(PerceptionTables::name)
                .toList();
        return new MixChart(names, summary.models().stream().map(MixChart::row).toList());
    }

    private static Row row(ModelPerception model) {
        List<Part> parts = model.classes().entrySet().stream()
                .map(entry -> part(PerceptionTables.name(entry.getKey()), entry.getValue(), model.cases()))
                .toList();
        String words = String.join(
                ", ",
                model.classes().entrySet().stream()
                        .map(entry -> PerceptionTables.name(entry.getKey()) + " " + entry.getValue())
                        .toList());
        return new Row(model.model(), model.cases(), words, parts);
    }

    private static Part part(String name, int count, int cases) {
        double share = (double) count / cases;
        return new Part(
                name, share >= ROOM ? String.valueOf(count) : "", String.format(Locale.ROOT, "%.2f%%", 100 * share));
    }
}
