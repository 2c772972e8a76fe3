package io.limen.explainer.adapter.report.evaluation;

import io.limen.explainer.adapter.report.Numbers;
import io.limen.explainer.adapter.report.evaluation.Table.Column;
import io.limen.explainer.application.evaluate.summary.EvaluationSummary;
import io.limen.explainer.application.evaluate.summary.Failure;
import io.limen.explainer.application.evaluate.summary.FleetPerception;
import io.limen.explainer.application.evaluate.summary.ModelPerception;
import io.limen.explainer.application.evaluate.summary.ModelPerception.Heterogeneity;
import io.limen.explainer.application.evaluate.summary.TraitAssociation;
import io.limen.explainer.domain.comparison.Estimate;
import io.limen.explainer.domain.strategy.PerceptualStrategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How models perceive, and what failed, in tables. */
final class PerceptionTables {

    private static final EstimateWords RANKS = new EstimateWords(1);

    /** Three decimals, so that parts are seen to add up. */
    private static final EstimateWords NATS = new EstimateWords(0.5);

    private final EvaluationSummary summary;

    PerceptionTables(EvaluationSummary summary) {
        this.summary = summary;
    }

    /** Cases of each class, model by model. */
    Table strategies() {
        List<Column> columns = new ArrayList<>(List.of(Column.text("model"), Column.number("cases")));
        Arrays.stream(PerceptualStrategy.values()).forEach(one -> columns.add(Column.number(name(one))));
        columns.addAll(List.of(
                Column.text("most frequent"),
                Column.number("its share"),
                Column.number("image Dice, points"),
                Column.number("region Dice, points")));
        return new Table(
                "Strategy mix per model",
                "Cases of each class of perceptual strategy; the share of the most frequent one with its exact 95 % interval. A model"
                        + " with a share of 100 % always uses the same strategy; the rest of a smaller share tells how often it changes it.",
                columns,
                summary.models().stream().map(PerceptionTables::strategies).toList());
    }

    private static List<String> strategies(ModelPerception model) {
        List<String> row = new ArrayList<>(List.of(model.model(), String.valueOf(model.cases())));
        for (PerceptualStrategy strategy : PerceptualStrategy.values()) {
            row.add(String.valueOf(model.classes().getOrDefault(strategy, 0)));
        }
        row.add(model.mostFrequent().map(PerceptionTables::name).orElse(EstimateWords.NONE));
        row.add(EstimateWords.share(model.share()));
        row.add(new EstimateWords(100).words(model.imageDice(), model.cases()));
        row.add(new EstimateWords(100).words(model.baselineDice(), model.cases()));
        return row;
    }

    /** How differently each model perceives different cases. */
    Table heterogeneity() {
        return new Table(
                "Heterogeneity of perception within each model",
                "How differently a model perceives different cases, with 95 % intervals over cases; not corrected for the noise of the maps, nor for where in the picture regions lie, which alone gives some. Divergence of"
                        + " profiles: generalised Jensen-Shannon, over the cases in which a block matters; of few"
                        + " cases it comes out too low, and its interval lies above. Entropy of classes: corrected"
                        + " after Miller and Madow. Spread of features: Rao's quadratic entropy of seven features in standard deviations"
                        + " over all models; 14 is the spread of all cases together.",
                List.of(
                        Column.text("model"),
                        Column.number("divergence of profiles, nats"),
                        Column.number("cases"),
                        Column.number("cases without a profile"),
                        Column.number("entropy of classes, nats"),
                        Column.number("spread of features, squared deviations")),
                summary.models().stream()
                        .map(model -> heterogeneity(model.model(), model.heterogeneity()))
                        .toList());
    }

    private static List<String> heterogeneity(String model, Heterogeneity found) {
        return List.of(
                model,
                NATS.words(found.divergence()),
                String.valueOf(found.divergence().cases()),
                String.valueOf(found.withoutProfile()),
                NATS.words(found.classEntropy()),
                new EstimateWords(10).words(found.featureEntropy()));
    }

    /** How differently the models perceive. */
    Table fleet() {
        FleetPerception fleet = summary.fleet();
        return new Table(
                "Heterogeneity within and between models",
                "Divergence of all profiles, nats: within models (one model, different cases) and between models (their mean profiles) add up to"
                        + " the total. 95 % intervals over "
                        + Scopes.cases(fleet.total().cases()) + ", "
                        + Scopes.counted(summary.scope().models().size(), "model") + ".",
                List.of(Column.text("part"), Column.number("divergence, nats"), Column.number("share of the total")),
                List.of(
                        List.of("within models", NATS.words(fleet.within()), share(fleet.within(), fleet.total())),
                        List.of("between models", NATS.words(fleet.between()), share(fleet.between(), fleet.total())),
                        List.of("total", NATS.words(fleet.total()), share(fleet.total(), fleet.total()))));
    }

    private static String share(Estimate part, Estimate total) {
        return total.known().orElse(0) > 0
                ? Numbers.percent(part.known().orElse(0) / total.known().getAsDouble())
                : EstimateWords.NONE;
    }

    /** What goes with the strategy. */
    Table associations() {
        return new Table(
                "What goes with the strategy",
                "Spearman's rank correlation of features of the maps with traits of the cases, with 95 % intervals; p: permutation test,"
                        + " two-sided; adjusted: after Holm, over the whole table. ● marks what goes together beyond chance; that one causes"
                        + " the other is not said.",
                List.of(
                        Column.text("model"),
                        Column.text("feature"),
                        Column.text("trait"),
                        Column.number("rank correlation"),
                        Column.number("cases"),
                        Column.number("p"),
                        Column.number("adjusted p"),
                        Column.text("beyond chance")),
                summary.associations().stream()
                        .map(PerceptionTables::association)
                        .toList());
    }

    private static List<String> association(TraitAssociation one) {
        return List.of(
                one.model(),
                one.feature(),
                one.trait(),
                RANKS.words(one.correlation()),
                String.valueOf(one.correlation().cases()),
                one.test().map(test -> Numbers.pValue(test.pValue())).orElse(EstimateWords.NONE),
                one.test().map(test -> Numbers.pValue(test.adjusted())).orElse(EstimateWords.NONE),
                one.survives() ? "● yes" : "○ no");
    }

    /** What did not work. */
    Table failures() {
        return new Table(
                "Failures and skipped cases",
                "What did not work, why, and on how many cases. A method that failed on a case has no values there; the means of the others keep that"
                        + " case, comparisons leave it out.",
                List.of(
                        Column.text("model"),
                        Column.text("method"),
                        Column.text("reason"),
                        Column.number("cases"),
                        Column.text("such as")),
                summary.failures().stream().map(PerceptionTables::failure).toList());
    }

    private static List<String> failure(Failure one) {
        return List.of(
                one.model(),
                one.method().orElse("all: case skipped"),
                one.reason(),
                String.valueOf(one.cases().size()),
                one.cases().get(0));
    }

    /** A class as people read it. */
    static String name(PerceptualStrategy strategy) {
        return strategy.name().toLowerCase(Locale.ROOT);
    }
}
