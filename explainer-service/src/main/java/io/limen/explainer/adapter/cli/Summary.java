package io.limen.explainer.adapter.cli;

import io.limen.explainer.application.ExplainedCase;
import io.limen.explainer.application.FaithfulnessWords;
import io.limen.explainer.domain.attribution.BlockEffect;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.attribution.ReferenceMode;
import io.limen.explainer.domain.component.ComponentAnalysis;
import io.limen.explainer.domain.component.ComponentAnalysis.Measured;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.strategy.StrategyFeatures;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The result in a few lines for a person.
 *
 * @param explained the case
 * @param image the image as it was read
 * @param files what was written
 */
record Summary(ExplainedCase explained, Image image, List<Path> files) {

    void print(PrintWriter out) {
        Explanation explanation = explained.explanation();
        line(
                out,
                "model",
                "%s, %s",
                explained.model().id(),
                explained.settings().schedule().label() + " schedule");
        resized(out, explanation.input());
        line(out, "region", "%s", region(explanation));
        line(out, "baseline Dice", "%.2f of 100 against the %s", explanation.baselineDice(), reference(explanation));
        line(out, "forward passes", "%s", forwards(explanation));
        line(out, "significant", "%s", explained.budgetWarning().orElseGet(() -> significant(explanation)));
        strongest(out, explanation);
        screening(out, explanation);
        strategy(out, explanation.strategy());
        explanation
                .faithfulness()
                .ifPresent(found ->
                        FaithfulnessWords.of(found).forEach(sentence -> line(out, "faithfulness", "%s", sentence)));
        explanation
                .components()
                .ifPresent(components ->
                        new ComponentSummary(components).tell(text -> line(out, "components", "%s", text)));
        explained.assumptions().forEach(assumption -> line(out, "assumed", "%s", assumption));
        files.forEach(file -> line(out, "written", "%s", file));
        out.flush();
    }

    private void resized(PrintWriter out, Image input) {
        if (input.height() != image.height() || input.width() != image.width()) {
            line(
                    out,
                    "image",
                    "resized from %dx%d to %dx%d (height x width)",
                    image.height(),
                    image.width(),
                    input.height(),
                    input.width());
        }
    }

    private static String region(Explanation explanation) {
        RegionOfInterest region = explanation.map().region();
        String pixels = region.membership().isEmpty() ? "" : "%,d pixels within ".formatted(region.area());
        return pixels
                + "%d,%d,%d,%d of %d rows and %d columns; blocks of %d pixels"
                        .formatted(
                                region.y(),
                                region.x(),
                                region.height(),
                                region.width(),
                                explanation.input().height(),
                                explanation.input().width(),
                                explanation.map().grid().blockSize());
    }

    private static String reference(Explanation explanation) {
        return explanation.referenceMode() == ReferenceMode.GROUND_TRUTH ? "ground truth" : "model's own mask";
    }

    private static String forwards(Explanation explanation) {
        Explanation.Cost cost = explanation.cost();
        double seconds = cost.elapsed().toMillis() / 1000.0;
        return String.format(Locale.ROOT, "%,d in %.1f s", cost.forwards(), seconds)
                + explanation
                        .components()
                        .map(found -> parts(cost.forwards(), found))
                        .orElse("")
                + (cost.budgetExhausted() ? "; the budget ended first, so error bars are wider" : "");
    }

    private static String parts(long all, ComponentAnalysis found) {
        return found instanceof Measured measured
                ? String.format(
                        Locale.ROOT,
                        ": %,d for the map, %,d for components",
                        all - measured.forwards(),
                        measured.forwards())
                : "";
    }

    private static String significant(Explanation explanation) {
        List<BlockEffect> effects = explanation.map().effects();
        long supporting = effects.stream()
                .filter(effect -> effect.significant() && effect.ate() < 0)
                .count();
        long hindering = effects.stream()
                .filter(effect -> effect.significant() && effect.ate() > 0)
                .count();
        return String.format(
                Locale.ROOT,
                "%,d of %,d blocks: %,d support the segmentation, %,d hinder it",
                supporting + hindering,
                effects.size(),
                supporting,
                hindering);
    }

    private static void strongest(PrintWriter out, Explanation explanation) {
        explanation.map().effects().stream()
                .filter(BlockEffect::significant)
                .max(Comparator.comparingDouble(effect -> Math.abs(effect.ate())))
                .ifPresent(effect -> line(
                        out,
                        "strongest",
                        "block at row %d, column %d: %+.2f +- %.2f Dice points, %+.1f %% of the region's area",
                        effect.block().y(),
                        effect.block().x(),
                        effect.ate(),
                        effect.standardError(),
                        100 * effect.areaEffect()));
    }

    private static void screening(PrintWriter out, Explanation explanation) {
        explanation
                .screening()
                .filter(audit -> audit.screenedOut() > 0)
                .ifPresent(audit -> line(
                        out,
                        "screening",
                        "%,d blocks given up early; keeps %.0f %% of those that matter (95 %% interval %.0f to %.0f %%, %,d"
                                + " audited)",
                        audit.screenedOut(),
                        100 * audit.recall(),
                        100 * audit.lower(),
                        100 * audit.upper(),
                        audit.audited()));
        long unreachable = explanation.map().effects().stream()
                .filter(BlockEffect::isUnreachable)
                .count();
        if (unreachable > 0) {
            line(
                    out,
                    "out of reach",
                    "%,d blocks cannot reach the region through the network: effect exactly 0",
                    unreachable);
        }
    }

    private static void strategy(PrintWriter out, StrategyFeatures features) {
        StrategyFeatures.Classification classification = features.classification();
        Double probability = classification.probabilities().get(classification.strategy());
        line(
                out,
                "strategy",
                "%s%s%s",
                classification.strategy(),
                probability == null ? "" : String.format(Locale.ROOT, " (probability %.2f)", probability),
                features.shape().map(Summary::shape).orElse(""));
    }

    private static String shape(StrategyFeatures.Shape shape) {
        return String.format(
                Locale.ROOT,
                "; locality %.2f, causal radius %.2f, entropy %.2f",
                shape.locality(),
                shape.causalRadius(),
                shape.entropy());
    }

    private static void line(PrintWriter out, String name, String format, Object... values) {
        out.println(String.format(Locale.ROOT, "%-15s", name) + String.format(Locale.ROOT, format, values));
    }
}
