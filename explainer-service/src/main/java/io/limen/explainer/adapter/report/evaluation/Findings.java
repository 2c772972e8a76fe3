package io.limen.explainer.adapter.report.evaluation;

import io.limen.explainer.application.evaluate.MethodScores;
import io.limen.explainer.application.evaluate.summary.EvaluationSummary;
import io.limen.explainer.application.evaluate.summary.MethodComparison;
import io.limen.explainer.application.evaluate.summary.MethodEstimate;
import io.limen.explainer.application.evaluate.summary.ModelPerception;
import io.limen.explainer.application.evaluate.summary.TraitAssociation;
import io.limen.explainer.domain.comparison.Estimate;
import io.limen.explainer.domain.comparison.Estimate.WithInterval;
import io.limen.explainer.domain.comparison.SignFlipTest;
import io.limen.explainer.domain.faithfulness.Metric;
import io.limen.explainer.domain.strategy.PerceptualStrategy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the tables say, in sentences. */
final class Findings {

    private static final EstimateWords ONE = new EstimateWords(1);

    private static final double LEVEL = 0.05;

    private final EvaluationSummary summary;

    Findings(EvaluationSummary summary) {
        this.summary = summary;
    }

    /** Of faithfulness. */
    List<String> faithfulness() {
        return Stream.of(Metric.DELETION, Metric.INSERTION)
                .flatMap(metric -> Stream.concat(best(metric).stream(), compared(metric).stream()))
                .toList();
    }

    private Optional<String> best(Metric metric) {
        EstimateWords words = EstimateWords.of(summary.faithfulness().overall().stream()
                .filter(one -> one.metric() == metric)
                .map(MethodEstimate::estimate)
                .toList());
        return summary.faithfulness().overall().stream()
                .filter(one -> one.metric() == metric && !one.method().equals(MethodScores.ORACLE))
                .filter(one -> one.estimate().known().isPresent())
                .max(Comparator.comparing(one -> one.estimate().known().getAsDouble()))
                .map(one ->
                        MethodTables.capital(metric.label()) + ": the highest mean gain over a random order is that of "
                                + one.method() + ", " + words.words(one.estimate()) + " " + metric.unit()
                                + normalised(one.method(), metric) + ".");
    }

    private String normalised(String method, Metric metric) {
        return summary.faithfulness().normalised().stream()
                .filter(one -> one.method().equals(method)
                        && one.metric() == metric
                        && one.estimate().known().isPresent())
                .map(one -> ", or " + ONE.words(one.estimate()) + " of what the oracle's maps gain")
                .findFirst()
                .orElse("");
    }

    private Optional<String> compared(Metric metric) {
        List<MethodComparison> all = summary.faithfulness().comparisons().stream()
                .filter(one -> one.metric() == metric)
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(MethodTables.capital(metric.label()) + ": on the same cases "
                + all.get(0).first()
                + " is better than " + names(all, one -> one.differs() && one.firstIsBetter())
                + ", worse than " + names(all, one -> one.differs() && !one.firstIsBetter())
                + ", and not told apart from " + names(all, one -> !one.differs())
                + " (Holm's correction, 5 %).");
    }

    private static String names(List<MethodComparison> all, Predicate<MethodComparison> wanted) {
        List<String> names =
                all.stream().filter(wanted).map(MethodComparison::second).toList();
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    /** Whether a model changes its strategy, model by model. */
    List<String> strategies() {
        return summary.models().stream()
                .filter(model -> model.mostFrequent().isPresent())
                .map(Findings::strategy)
                .toList();
    }

    private static String strategy(ModelPerception model) {
        String most = PerceptionTables.name(model.mostFrequent().orElseThrow());
        String used = "on " + EstimateWords.share(model.share()) + " of " + Scopes.cases(model.cases());
        long told = model.classes().keySet().stream()
                .filter(one -> one != PerceptualStrategy.UNDETERMINED && one != PerceptualStrategy.NONE)
                .count();
        return told > 1
                ? model.model() + " is not of one class on all inputs: " + most + " " + used + ", "
                        + others(model.classes().size() - 1)
                        + " on the rest."
                : model.model() + " was of no two classes: " + most + " " + used
                        + (model.classes().size() > 1 ? ", undetermined or without effect on the rest." : ".");
    }

    private static String others(int count) {
        return count == 1 ? "one other class" : count + " other classes";
    }

    /** What goes with the strategy beyond chance. */
    List<String> associations() {
        List<String> all = new ArrayList<>(summary.associations().stream()
                .filter(TraitAssociation::survives)
                .map(Findings::association)
                .toList());
        if (all.isEmpty()) {
            all.add(
                    "Nothing goes with the strategy beyond chance in these cases, which does not show that nothing does.");
        }
        return all;
    }

    private static String association(TraitAssociation one) {
        boolean up = one.correlation().known().orElse(0) > 0;
        return one.model() + ": the greater the " + one.trait() + ", the " + (up ? "greater " : "smaller ") + "the "
                + one.feature() + " of its map (rank correlation " + ONE.words(one.correlation()) + ", "
                + Scopes.cases(one.correlation().cases()) + ").";
    }

    /** Within against between models. */
    Optional<String> heterogeneity() {
        Estimate within = summary.fleet().within();
        Estimate between = summary.fleet().between();
        if (summary.scope().models().size() < 2
                || !(within instanceof WithInterval inside)
                || !(between instanceof WithInterval across)) {
            return Optional.empty();
        }
        return Optional.of(
                inside.low() > across.high()
                        ? "One model's perception differs more from case to case than the models differ from each other."
                        : across.low() > inside.high()
                                ? "The models differ more from each other than one model does from case to case."
                                : "The intervals of within and between overlap: which is the greater is not told.");
    }

    /** What to be careful with. */
    List<String> cautions() {
        int cases = summary.scope().cases().size();
        List<String> all = new ArrayList<>();
        all.add(
                "Donors are also what our own maps are made with: the columns where blocks are filled in from the picture judge without"
                        + " them, and the oracle is one of our own maps.");
        int comparisons = (int) summary.faithfulness().comparisons().stream()
                .filter(one -> one.metric() == Metric.DELETION)
                .count();
        if (comparisons > 0 && SignFlipTest.least(cases) * comparisons > LEVEL) {
            all.add("With " + Scopes.cases(cases)
                    + " no difference between methods can be shown: the least p-value times " + comparisons
                    + " comparisons is above 5 %.");
        } else if (cases < 10) {
            all.add("With " + Scopes.cases(cases) + " intervals are too short and tests can show little.");
        }
        if (summary.scope().notEvaluated() > 0) {
            all.add(Scopes.counted(summary.scope().notEvaluated(), "pair")
                    + " of model and case could not be evaluated; the reasons are at the end.");
        }
        return all;
    }
}
