package io.limen.explainer.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.component.AblationKind;
import io.limen.explainer.domain.component.ComponentAnalysis.Measured;
import io.limen.explainer.domain.component.ComponentAnalysis.NotMeasured;
import io.limen.explainer.domain.component.ComponentEffect;
import io.limen.explainer.domain.component.ComponentSettings;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.intervention.DrawSchedule;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A map that is finished stays, whatever happens inside the network afterwards. */
class ComponentFailuresTest {

    private static FunctionModel working() {
        return new FunctionModel(Scene.bank(), 16, Scene.fillingRegion(Scene.meanOfBlock(0, 8)));
    }

    private static Explanation explain(ModelRepository.RepositoryModel model) {
        ExplanationSettings settings = new ExplanationSettings(
                Scene.BLOCK,
                16,
                DrawSchedule.Published.asPublished(),
                42,
                Budget.UNLIMITED,
                Optional.of(
                        new ComponentSettings(NetworkModel.DONORS, 4, Set.copyOf(EnumSet.allOf(AblationKind.class)))),
                0);
        Image image = Scene.grayImage();
        return Scene.explained(
                new ExplainCase(Scene.STOPPED).explain(Scene.subject(image), model, settings, Progress.SILENT));
    }

    private static void assertMapIsWhole(Explanation explanation) {
        Explanation alone = Scene.explain(Scene.subject(Scene.grayImage()), working(), Scene.settings());
        assertEquals(alone.map().effects(), explanation.map().effects());
        assertTrue(alone.map().effects().stream().anyMatch(effect -> effect.ate() != 0));
    }

    private static Set<AblationKind> kinds(List<ComponentEffect> effects) {
        return effects.stream().map(ComponentEffect::kind).collect(Collectors.toSet());
    }

    @Test
    void componentsThatCantBeOpenedAreNotAvailable() {
        Explanation explanation = explain(new NetworkModel(working(), one -> false)
                .notOpening("the network takes another way through its components on a part of the image"));

        assertEquals(
                new NotMeasured("the network takes another way through its components on a part of the image"),
                explanation.components().orElseThrow());
        assertMapIsWhole(explanation);
    }

    @Test
    void withoutAReadableBankTheyAreNotAvailable() {
        Explanation explanation =
                explain(new NetworkModel(working(), one -> false).notDonating("the bank can't be read"));

        assertEquals(
                new NotMeasured("the bank can't be read"),
                explanation.components().orElseThrow());
        assertMapIsWhole(explanation);
    }

    @Test
    void donorsThatFailLeaveTheKindsThatNeedNone() {
        Explanation explanation = explain(new NetworkModel(working(), one -> one.kind() != AblationKind.ZERO));

        Measured found = (Measured) explanation.components().orElseThrow();
        assertEquals(Set.of(AblationKind.ZERO), kinds(found.layers()));
        assertEquals(2, found.layers().size());
        assertEquals(Set.of(AblationKind.ZERO), kinds(found.channels()));
        assertMapIsWhole(explanation);
    }

    @Test
    void anOutputOfNothingButNaNTakesOneEffectAway() {
        Explanation explanation = explain(new NetworkModel(
                working(), one -> one.kind() == AblationKind.ZERO && one.component() == NetworkModel.FIRST));

        Measured found = (Measured) explanation.components().orElseThrow();
        assertEquals(
                List.of("first RESAMPLE 3", "first MEAN 1", "second RESAMPLE 3", "second MEAN 1", "second ZERO 1"),
                found.layers().stream()
                        .map(effect -> effect.name() + " " + effect.kind() + " " + effect.draws())
                        .toList());
        assertTrue(found.layers().stream().allMatch(effect -> effect.ate() < 0));
        assertEquals("first (zero): the output holds NaN", found.failures().get(0));
        assertMapIsWhole(explanation);
    }

    @Test
    void aMeanOverTheDonorsThatAreLeftIsNotAnEffect() {
        Explanation explanation = explain(new NetworkModel(working(), one -> one.donor() == 1));

        Measured found = (Measured) explanation.components().orElseThrow();
        assertEquals(Set.of(AblationKind.MEAN, AblationKind.ZERO), kinds(found.layers()));
        assertMapIsWhole(explanation);
    }

    @Test
    void whereEveryInterventionFailsTheReasonIsTold() {
        Explanation explanation = explain(new NetworkModel(working(), one -> true));

        assertEquals(
                new NotMeasured("first (resample): the output holds NaN"),
                explanation.components().orElseThrow());
        assertMapIsWhole(explanation);
    }

    @Test
    void withoutAWayBackThereIsNoRanking() {
        Explanation explanation = explain(new NetworkModel(working(), one -> false).noGradient("no way back"));

        Measured found = (Measured) explanation.components().orElseThrow();
        assertEquals(List.of(), found.ranking());
        assertEquals(List.of("gradient: no way back"), found.failures());
        assertEquals(6, found.layers().size());
        assertMapIsWhole(explanation);
    }
}
