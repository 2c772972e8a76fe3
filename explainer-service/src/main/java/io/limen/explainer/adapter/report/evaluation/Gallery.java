package io.limen.explainer.adapter.report.evaluation;

import io.limen.explainer.application.evaluate.CaseEvaluation;
import io.limen.explainer.application.evaluate.CaseEvaluation.Evaluated;
import io.limen.explainer.application.evaluate.Dataset;
import io.limen.explainer.application.evaluate.Dataset.UnreadableCaseException;
import io.limen.explainer.application.evaluate.DatasetCase;
import io.limen.explainer.application.evaluate.MethodScores;
import io.limen.explainer.domain.faithfulness.Metric;
import io.limen.explainer.domain.saliency.BlockRelevance;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The first few cases to look at: for each model the image, and the maps of all methods side by side. */
record Gallery(List<Shown> cases) {

    /** Cases: the page stays below some megabytes with a handful of models. */
    private static final int CASES = 3;

    /** A case with one row of pictures per model. */
    record Shown(String name, List<Row> rows) {}

    /** @param facts what is known of the pair, in one line */
    record Row(String model, String facts, List<Panel> panels) {}

    /** @param png Base64; null where the method failed */
    record Panel(String title, String caption, String alt, String png) {}

    /** Of cases that can be read again. */
    static Gallery of(List<CaseEvaluation> evaluations, Dataset dataset) {
        List<Evaluated> pairs = evaluations.stream()
                .filter(Evaluated.class::isInstance)
                .map(Evaluated.class::cast)
                .toList();
        List<Shown> shown = new ArrayList<>();
        for (String name : pairs.stream().map(Evaluated::caseName).distinct().toList()) {
            if (shown.size() < CASES) {
                read(dataset, name)
                        .ifPresent(one -> shown.add(new Shown(
                                name,
                                pairs.stream()
                                        .filter(pair -> pair.caseName().equals(name))
                                        .map(pair -> row(pair, one))
                                        .toList())));
            }
        }
        return new Gallery(shown);
    }

    /** A case that was read while it was evaluated may be gone since: then the next one is shown. */
    private static Optional<DatasetCase> read(Dataset dataset, String name) {
        try {
            return Optional.of(dataset.read(name));
        } catch (UnreadableCaseException gone) {
            return Optional.empty();
        }
    }

    private static Row row(Evaluated pair, DatasetCase one) {
        CasePicture picture = new CasePicture(pair, one);
        List<Panel> panels = new ArrayList<>();
        panels.add(panel(
                "image", "green: the region", "The image of " + pair.caseName() + " with the region", picture.image()));
        for (MethodScores method : pair.methods()) {
            panels.add(method.relevance()
                    .map(map -> panel(
                            method.method(),
                            ends(map) + gain(method),
                            "Map of " + method.method() + " for " + pair.model() + ", from " + ends(map),
                            picture.map(map)))
                    .orElse(new Panel(method.method(), method.failure().orElse("failed"), "", null)));
        }
        EstimateWords points = new EstimateWords(100);
        String facts = "region Dice " + points.number(pair.baselineDice()) + " points"
                + pair.perception()
                        .map(perception -> ", strategy " + PerceptionTables.name(perception.strategy()))
                        .orElse("");
        return new Row(pair.model(), facts, panels);
    }

    private static Panel panel(String title, String caption, String alt, byte[] png) {
        return new Panel(title, caption, alt, Base64.getEncoder().encodeToString(png));
    }

    private static String ends(BlockRelevance map) {
        RelevanceScale scale = RelevanceScale.of(map);
        return significant(scale.lowest()) + " … " + significant(scale.highest());
    }

    /** Two digits that count: units differ by orders of magnitude. */
    private static String significant(double value) {
        String text = value == 0
                ? "0"
                : new BigDecimal(value)
                        .round(new MathContext(2))
                        .stripTrailingZeros()
                        .toString();
        return text.replace('-', '−');
    }

    private static String gain(MethodScores method) {
        return Optional.ofNullable(method.metrics().get(Metric.DELETION))
                .map(points -> "; deletion " + new EstimateWords(10).number(points))
                .orElse("");
    }
}
