package io.limen.explainer.adapter.report;

import io.limen.explainer.adapter.report.ReportView.Fact;
import io.limen.explainer.adapter.report.ReportView.Strategy;
import io.limen.explainer.domain.strategy.PerceptualStrategy;
import io.limen.explainer.domain.strategy.StrategyFeatures;
import io.limen.explainer.domain.strategy.StrategyFeatures.Shape;
import io.limen.explainer.domain.strategy.StrategyFeatures.Tested;
import java.util.ArrayList;
import java.util.List;

/** A perceptual strategy in plain words. */
final class StrategyWords {

    private StrategyWords() {}

    static Strategy of(StrategyFeatures features) {
        StrategyFeatures.Classification classification = features.classification();
        Double probability = classification.probabilities().get(classification.strategy());
        return new Strategy(
                title(classification.strategy()),
                sentence(classification.strategy()),
                probability == null
                        ? ""
                        : "Class " + classification.strategy() + " with probability " + Numbers.percent(probability)
                                + ", by thresholds of version " + classification.version()
                                + ". It rests on all effects less what noise explains, the figures here on those of"
                                + " significant blocks.",
                facts(features));
    }

    private static String title(PerceptualStrategy strategy) {
        return switch (strategy) {
            case NONE -> "No effect beyond chance";
            case LOCAL -> "Influence lies close to the region";
            case GLOBAL -> "Influence spreads over the whole image";
            case SEQUENTIAL -> "Influence lies along rows and columns";
            case UNDETERMINED -> "No clear pattern";
        };
    }

    private static String sentence(PerceptualStrategy strategy) {
        return switch (strategy) {
            case NONE ->
                "No block's effect could be told from chance with the draws spent. That does not prove that none"
                        + " matters: more draws can tell smaller effects from chance.";
            case LOCAL ->
                "In this case what decides about the region lies close around it; distant parts of the image hardly matter.";
            case GLOBAL ->
                "In this case what decides about the region is spread over the image, far beyond its surroundings.";
            case SEQUENTIAL ->
                "In this case what decides about the region lies along its rows and columns, or before it in reading"
                        + " order, as is expected of models that scan the image.";
            case UNDETERMINED ->
                "The blocks that matter form no pattern that can be told apart with confidence, or noise may hide as much as"
                        + " is seen: more draws can tell.";
        };
    }

    private static List<Fact> facts(StrategyFeatures features) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Supporting / hindering / irrelevant",
                Numbers.percent(features.supportingShare()) + " / " + Numbers.percent(features.hinderingShare()) + " / "
                        + Numbers.percent(features.irrelevantShare()),
                "shares of the treated blocks"));
        features.shape().ifPresent(shape -> shape(facts, shape));
        return facts;
    }

    private static void shape(List<Fact> facts, Shape shape) {
        facts.add(new Fact(
                "Locality",
                Numbers.percent(shape.locality()),
                "of the influence lies within one region size of the region"));
        shape.enrichment()
                .ifPresent(value -> facts.add(new Fact(
                        "Enrichment",
                        Numbers.plain(value) + "\u00d7",
                        "as much as that ring's area alone would give")));
        facts.add(new Fact(
                "Causal radius", Numbers.plain(shape.causalRadius()), "0: at the region's edge; 1: evenly everywhere"));
        facts.add(new Fact("Spread", Numbers.plain(shape.entropy()), "0: one block decides; 1: all blocks equally"));
        facts.add(new Fact(
                "Participation",
                Numbers.percent(shape.participation()),
                "of the blocks carry the influence, in effect"));
        facts.add(new Fact("Concentration (Gini)", Numbers.plain(shape.gini()), "0: even; 1: all in one block"));
        shape.signBalance()
                .ifPresent(value -> facts.add(new Fact(
                        "Sign balance",
                        Numbers.plain(value),
                        "\u22121: all influence supports; +1: all of it hinders")));
        shape.axis().ifPresent(value -> facts.add(tested("Axis enrichment", value, "above 0: along rows and columns")));
        shape.scan().ifPresent(value -> facts.add(tested("Scan asymmetry", value, "above 0: before the region")));
    }

    private static Fact tested(String name, Tested tested, String meaning) {
        return new Fact(name, Numbers.plain(tested.value()), meaning + "; " + Numbers.pValue(tested.pValue()));
    }
}
