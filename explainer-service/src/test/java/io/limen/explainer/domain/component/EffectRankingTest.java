package io.limen.explainer.domain.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EffectRankingTest {

    private static ComponentEffect effect(String name, AblationKind kind, double ate, double standardError) {
        Component component = new Component(name, 0, new ComponentType.Submodule("Stage"), true, 2, 4, 4);
        return new ComponentEffect(
                component, ComponentIntervention.WHOLE, kind, ate, standardError, 16, 0, OptionalDouble.empty());
    }

    private static List<List<String>> places(ComponentEffect... effects) {
        return EffectRanking.of(List.of(effects)).places().stream()
                .map(place ->
                        place.effects().stream().map(ComponentEffect::name).toList())
                .toList();
    }

    @Test
    void stagesThatEveryPathLeadsThroughShareOnePlace() {
        assertEquals(
                List.of(List.of("skip"), List.of("stem", "head"), List.of("bottleneck")),
                places(
                        effect("stem", AblationKind.RESAMPLE, -40, 2),
                        effect("bottleneck", AblationKind.RESAMPLE, 3, 1),
                        effect("skip", AblationKind.RESAMPLE, -60, 2),
                        effect("head", AblationKind.RESAMPLE, -40, 2)));
    }

    @Test
    void whatHasAnotherSpreadIsAnotherFinding() {
        assertEquals(
                List.of(List.of("a"), List.of("b")),
                places(effect("a", AblationKind.RESAMPLE, -40, 2), effect("b", AblationKind.RESAMPLE, -40, 2.5)));
    }

    @Test
    void whatLeavesNothingToChanceMayWellBeEqualWithoutNecessity() {
        assertEquals(
                List.of(List.of("a"), List.of("b")),
                places(effect("a", AblationKind.ZERO, -100, 0), effect("b", AblationKind.ZERO, -100, 0)));
        assertEquals(
                List.of(List.of("dead"), List.of("dead too")),
                places(effect("dead", AblationKind.RESAMPLE, 0, 0), effect("dead too", AblationKind.RESAMPLE, 0, 0)));
    }

    @Test
    void onlySeveralAreEqualByNecessity() {
        List<EffectRanking.Place> places = EffectRanking.of(List.of(
                        effect("a", AblationKind.RESAMPLE, -4, 2),
                        effect("b", AblationKind.RESAMPLE, -4, 2),
                        effect("c", AblationKind.RESAMPLE, -3, 2)))
                .places();
        assertTrue(places.get(0).isByNecessity());
        assertFalse(places.get(1).isByNecessity());
        assertEquals("a", places.get(0).first().name());
    }

    @Test
    void ofNothingThereIsNoPlace() {
        assertEquals(List.of(), places());
    }
}
