package io.limen.explainer.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.component.AblationKind;
import io.limen.explainer.domain.component.ComponentAnalysis.Unavailable;
import io.limen.explainer.domain.component.ComponentSettings;
import io.limen.explainer.domain.intervention.DrawSchedule;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComponentBudgetTest {

    private static final ComponentSettings WANTED =
            new ComponentSettings(NetworkModel.DONORS, 4, Set.of(AblationKind.values()));

    private static NetworkModel network() {
        FunctionModel working = new FunctionModel(Scene.bank(), 16, Scene.fillingRegion(Scene.everywhere()));
        return new NetworkModel(working, one -> false);
    }

    private static Explanation explain(NetworkModel model, long maxForwards, Optional<ComponentSettings> components) {
        ExplanationSettings settings = new ExplanationSettings(
                Scene.BLOCK,
                16,
                DrawSchedule.Published.asPublished(),
                42,
                new Budget(maxForwards, Duration.ofDays(1)),
                components);
        return Scene.explained(new ExplainCase(Scene.STOPPED)
                .explain(Scene.subject(Scene.grayImage()), model, settings, Progress.SILENT));
    }

    @Test
    void componentsThatCantBeMeasuredCostTheMapNothing() {
        Explanation frozen = explain(network().notInstrumented("it is frozen"), 200, Optional.of(WANTED));

        assertEquals(
                new Unavailable("it is frozen"), frozen.components().orElseThrow());
        Explanation alone = explain(network(), 200, Optional.empty());
        assertEquals(alone.map().effects(), frozen.map().effects());
        assertEquals(alone.cost(), frozen.cost());
    }
}
