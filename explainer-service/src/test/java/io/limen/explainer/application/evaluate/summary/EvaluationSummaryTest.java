package io.limen.explainer.application.evaluate.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.evaluate.CaseEvaluation;
import io.limen.explainer.application.evaluate.CaseEvaluation.Evaluated;
import io.limen.explainer.application.evaluate.CaseEvaluation.NotEvaluated;
import io.limen.explainer.application.evaluate.MethodScores;
import io.limen.explainer.application.evaluate.Perception;
import io.limen.explainer.domain.comparison.Estimate;
import io.limen.explainer.domain.faithfulness.Metric;
import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.Window;
import io.limen.explainer.domain.strategy.PerceptualStrategy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvaluationSummaryTest {

    @Test
    void aMeanIsOverAllPairsAndItsCasesAreCountedOnce() {
        EvaluationSummary summary = EvaluationSummary.of(
                List.of(pair("a@1", "x", 2, 4), pair("b@1", "x", 4, 4), pair("a@1", "y", 3, 4)), 1);

        MethodEstimate ours = overall(summary, "ours");
        assertEquals(3, ours.estimate().known().orElseThrow(), 1e-12);
        assertEquals(2, ours.estimate().cases());
        assertEquals(3, ours.pairs());
    }

    @Test
    void normalisedIsTheMeanGainOverThatOfTheOracle() {
        EvaluationSummary summary = EvaluationSummary.of(
                List.of(pair("a@1", "x", 2, 4), pair("a@1", "y", 4, 8), pair("a@1", "z", 0, 3)), 1);

        assertEquals(
                6.0 / 15,
                summary.faithfulness().normalised().stream()
                        .filter(one -> one.method().equals("ours") && one.metric() == Metric.DELETION)
                        .findFirst()
                        .orElseThrow()
                        .estimate()
                        .known()
                        .orElseThrow(),
                1e-12);
    }

    @Test
    void aMethodThatIsAheadOnEveryCaseIsToldApartAndTheOracleIsNotCompared() {
        List<CaseEvaluation> evaluations = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            evaluations.add(pair("a@1", "case " + i, 3 + i % 3, 9));
        }

        List<MethodComparison> found =
                EvaluationSummary.of(evaluations, 1).faithfulness().comparisons();

        assertEquals(1, found.size());
        assertEquals("theirs", found.get(0).second());
        assertTrue(found.get(0).differs() && found.get(0).firstIsBetter());
        assertEquals(Math.pow(2, -11), found.get(0).test().orElseThrow().pValue(), 1e-12);
    }

    @Test
    void lessIsBetterWhereTheMetricSaysSo() {
        MethodComparison less = new MethodComparison(
                Metric.INFIDELITY, "ours", "theirs", new Estimate.WithInterval(-1, -2, 0, 9), Optional.empty());

        assertTrue(less.firstIsBetter());
        assertFalse(less.differs());
    }

    @Test
    void classesAreCountedAndWithinAndBetweenAreTheTotal() {
        EvaluationSummary summary = EvaluationSummary.of(
                List.of(
                        perceived("a@1", "x", PerceptualStrategy.LOCAL, 0),
                        perceived("a@1", "y", PerceptualStrategy.LOCAL, 0),
                        perceived("a@1", "z", PerceptualStrategy.NONE, -1),
                        perceived("b@1", "x", PerceptualStrategy.GLOBAL, 1),
                        perceived("b@1", "y", PerceptualStrategy.LOCAL, 2)),
                1);

        ModelPerception first = summary.models().get(0);
        assertEquals(Map.of(PerceptualStrategy.LOCAL, 2, PerceptualStrategy.NONE, 1), first.classes());
        assertEquals(Optional.of(PerceptualStrategy.LOCAL), first.mostFrequent());
        assertEquals(1, first.heterogeneity().withoutProfile());
        assertEquals(0, first.heterogeneity().divergence().known().orElseThrow(), 1e-12);
        assertEquals(
                Math.log(2),
                summary.models().get(1).heterogeneity().divergence().known().orElseThrow(),
                1e-12);
        assertEquals(Math.log(2) / 2, summary.fleet().within().known().orElseThrow(), 1e-12);
        assertEquals(Math.log(2), summary.fleet().between().known().orElseThrow(), 1e-12);
        assertEquals(1.5 * Math.log(2), summary.fleet().total().known().orElseThrow(), 1e-12);
    }

    @Test
    void whatGoesWithTheStrategyIsFoundAndNothingElse() {
        List<CaseEvaluation> evaluations = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            evaluations.add(new Evaluated(
                    "a@1",
                    "case " + i,
                    new Window(0, 0, 1, 1),
                    new BlockGrid(1, 1, 1),
                    List.of(),
                    Optional.empty(),
                    90,
                    Optional.of(new Perception(
                            PerceptualStrategy.LOCAL,
                            Map.of("locality", i / 20.0, "entropy", i * 7 % 20 / 20.0),
                            Collections.nCopies(48, 1 / 48.0),
                            Map.of("object size", i * i / 400.0))),
                    List.of()));
        }

        List<TraitAssociation> found = EvaluationSummary.of(evaluations, 1).associations();

        assertEquals(
                List.of("locality"),
                found.stream()
                        .filter(TraitAssociation::survives)
                        .map(TraitAssociation::feature)
                        .toList());
        assertTrue(found.stream()
                .filter(one -> one.trait().equals("contrast"))
                .allMatch(one -> one.correlation() instanceof Estimate.Unknown));
    }

    @Test
    void failuresAreGatheredByReason() {
        EvaluationSummary summary = EvaluationSummary.of(
                List.of(
                        new NotEvaluated("a@1", "x", "no foreground"),
                        new NotEvaluated("a@1", "y", "no foreground"),
                        new NotEvaluated("b@1", "x", "unreadable")),
                1);

        assertEquals(
                List.of(
                        new Failure("a@1", Optional.empty(), "no foreground", List.of("x", "y")),
                        new Failure("b@1", Optional.empty(), "unreadable", List.of("x"))),
                summary.failures());
        assertEquals(3, summary.scope().notEvaluated());
    }

    private static MethodEstimate overall(EvaluationSummary summary, String method) {
        return summary.faithfulness().overall().stream()
                .filter(one -> one.method().equals(method) && one.metric() == Metric.DELETION)
                .findFirst()
                .orElseThrow();
    }

    private static Evaluated pair(String model, String name, double ours, double oracle) {
        return new Evaluated(
                model,
                name,
                new Window(0, 0, 1, 1),
                new BlockGrid(1, 1, 1),
                List.of(),
                Optional.empty(),
                90,
                Optional.empty(),
                List.of(scores("ours", ours), scores("theirs", 1), scores(MethodScores.ORACLE, oracle)));
    }

    private static MethodScores scores(String method, double deletion) {
        return new MethodScores(method, Optional.empty(), Map.of(Metric.DELETION, deletion), Optional.empty());
    }

    /** All that matters lies in one cell, or nothing does. */
    private static Evaluated perceived(String model, String name, PerceptualStrategy strategy, int cell) {
        List<Double> profile = new ArrayList<>(Collections.nCopies(48, 0.0));
        if (cell >= 0) {
            profile.set(cell, 1.0);
        }
        return new Evaluated(
                model,
                name,
                new Window(0, 0, 1, 1),
                new BlockGrid(1, 1, 1),
                List.of(),
                Optional.empty(),
                90,
                Optional.of(new Perception(strategy, Map.of(), profile, Map.of())),
                List.of());
    }
}
