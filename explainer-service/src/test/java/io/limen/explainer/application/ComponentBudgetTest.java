package io.limen.explainer.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.component.AblationKind;
import io.limen.explainer.domain.component.ComponentAnalysis.Measured;
import io.limen.explainer.domain.component.ComponentAnalysis.Unavailable;
import io.limen.explainer.domain.component.ComponentSettings;
import io.limen.explainer.domain.intervention.DrawSchedule;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentBudgetTest {

    private static final ComponentSettings WANTED =
            new ComponentSettings(NetworkModel.DONORS, 4, Set.of(AblationKind.values()));

    private static NetworkModel network() {
        FunctionModel working = new FunctionModel(Scene.bank(), 16, Scene.fillingRegion(Scene.everywhere()));
        return new NetworkModel(working, one -> false);
    }

    private static Explanation explain(NetworkModel model, long maxForwards, Optional<ComponentSettings> components) {
        return Scene.explained(outcome(model, maxForwards, components));
    }

    private static ExplanationOutcome outcome(
            NetworkModel model, long maxForwards, Optional<ComponentSettings> components) {
        ExplanationSettings settings = new ExplanationSettings(
                Scene.BLOCK,
                16,
                DrawSchedule.Published.asPublished(),
                42,
                new Budget(maxForwards, Duration.ofDays(1)),
                components,
                0);
        return new ExplainCase(Scene.STOPPED)
                .explain(Scene.subject(Scene.grayImage()), model, settings, Progress.SILENT);
    }

    @Test
    void componentsThatCantBeMeasuredCostTheMapNothing() {
        Explanation frozen = explain(network().notInstrumented("it is frozen"), 200, Optional.of(WANTED));

        assertEquals(new Unavailable("it is frozen"), frozen.components().orElseThrow());
        Explanation alone = explain(network(), 200, Optional.empty());
        assertEquals(alone.map().effects(), frozen.map().effects());
        assertEquals(alone.cost(), frozen.cost());
    }

    /** Opening and gates take 4, a batch 4, the donors before it 3: a fifth of 55. */
    @ParameterizedTest
    @ValueSource(longs = {33, 36, 37, 41, 44, 50, 54, 55, 60})
    void donorsArePaidBeforeTheyRun(long maxForwards) {
        Explanation explanation = explain(network(), maxForwards, Optional.of(WANTED));

        Measured found = (Measured) explanation.components().orElseThrow();
        assertTrue(explanation.cost().forwards() <= maxForwards, explanation.cost()::toString);
        assertTrue(found.budgetExhausted());
        assertEquals(maxForwards >= 55, !found.layers().isEmpty());
    }

    @Test
    void whereNothingIsLeftTheNetworkIsNotOpened() {
        Explanation explanation = explain(network().notOpening("opened"), 33, Optional.of(WANTED));

        Measured found = (Measured) explanation.components().orElseThrow();
        assertEquals(0, found.forwards());
        assertTrue(found.budgetExhausted());
    }

    @Test
    void anInterruptionWhileDonorsRunEndsTheCase() {
        ExplanationOutcome outcome = outcome(network().interrupting(), 10_000, Optional.of(WANTED));

        assertTrue(Thread.interrupted());
        assertEquals(new ExplanationOutcome.Failed("interrupted"), outcome);
    }
}
