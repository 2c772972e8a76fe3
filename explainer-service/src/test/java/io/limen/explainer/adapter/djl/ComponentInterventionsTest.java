package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.ComponentProbe;
import io.limen.explainer.application.Instrumentation;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.component.AblationKind;
import io.limen.explainer.domain.component.Component;
import io.limen.explainer.domain.component.ComponentAnalysis;
import io.limen.explainer.domain.component.ComponentEffect;
import io.limen.explainer.domain.component.ComponentIntervention;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.ProbabilityMap;
import io.limen.explainer.domain.image.Window;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentInterventionsTest {

    /** Rounding of single precision, in probabilities. */
    private static final float ROUNDING = 1e-6f;

    @ParameterizedTest
    @ValueSource(strings = {"dead-branch", "dead-branch-traced"})
    void aDeadBranchHasExactlyNoEffectAndALiveOneHas(String name) throws ModelRejectedException {
        ComponentAnalysis.Measured found = PlantedNetwork.load(name).measured();
        for (AblationKind kind : AblationKind.values()) {
            ComponentEffect dead = PlantedNetwork.effect(found.layers(), "dead", kind);
            assertEquals(0, dead.ate());
            assertEquals(0, dead.standardError());
            assertEquals(0, dead.predicted().orElseThrow());
            assertTrue(PlantedNetwork.effect(found.layers(), "live", kind).ate() < -1);
        }
        assertTrue(found.ranking().stream()
                .filter(gate -> gate.component().path().equals("dead"))
                .allMatch(gate -> gate.derivative() == 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-channel", "one-channel-traced"})
    void theOnlyChannelThatMattersIsFirstByGradientAndUnderEveryKind(String name) throws ModelRejectedException {
        ComponentAnalysis.Measured found = PlantedNetwork.load(name).measured();
        assertEquals(
                List.of(4),
                found.ranking().stream()
                        .filter(gate -> gate.component().path().equals("features") && gate.derivative() != 0)
                        .map(gate -> gate.channel())
                        .toList());
        for (AblationKind kind : AblationKind.values()) {
            for (ComponentEffect effect : found.channels()) {
                boolean matters = !effect.component().path().equals("features") || effect.channel() == 4;
                if (effect.kind() == kind) {
                    assertEquals(matters, effect.ate() != 0, effect::toString);
                }
            }
            assertTrue(
                    PlantedNetwork.effect(found.channels(), "features[4]", kind).ate() < -1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-traced"})
    void skipConnectionsAndBottleneckAreToldApart(String variant) throws ModelRejectedException {
        ComponentAnalysis.Measured skip =
                PlantedNetwork.load("skip-alone" + variant).measured();
        ComponentAnalysis.Measured bottleneck =
                PlantedNetwork.load("bottleneck-alone" + variant).measured();
        for (AblationKind kind : AblationKind.values()) {
            assertEquals(
                    0, PlantedNetwork.effect(skip.layers(), "bottleneck", kind).ate());
            assertTrue(PlantedNetwork.effect(skip.layers(), "enc->dec", kind).ate() < -1);
            assertEquals(
                    0,
                    PlantedNetwork.effect(bottleneck.layers(), "enc->dec", kind).ate());
            assertTrue(PlantedNetwork.effect(bottleneck.layers(), "bottleneck", kind)
                            .ate()
                    < -1);
            assertTrue(PlantedNetwork.effect(skip.layers(), "enc", kind).ate() < -1);
            assertTrue(PlantedNetwork.effect(bottleneck.layers(), "enc", kind).ate() < -1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"skip-alone", "bottleneck-alone", "called-twice", "containers", "one-channel", "dead-branch"})
    void scriptedAndTracedNetworksHaveTheSameEffects(String name) throws ModelRejectedException {
        ComponentAnalysis.Measured scripted = PlantedNetwork.load(name).measured();
        ComponentAnalysis.Measured traced =
                PlantedNetwork.load(name + "-traced").measured();
        assertEquals(scripted.components(), traced.components());
        assertEquals(values(scripted.layers()), values(traced.layers()));
        assertEquals(values(scripted.channels()), values(traced.channels()));
    }

    /** Everything goes through the head: resampled, the output is the donor's own. */
    @ParameterizedTest
    @ValueSource(strings = {"skip-alone", "called-twice", "containers", "one-channel", "dead-branch"})
    void whatEverythingGoesThroughGivesTheDonorsOutput(String name) throws ModelRejectedException {
        PlantedNetwork network = PlantedNetwork.load(name);
        Instrumentation.Instrumented found = instrumented(network);
        Component head = component(found, "head");
        try (ComponentProbe probe = open(found, network)) {
            for (int donor = 0; donor < network.donors().size(); donor++) {
                float[] expected = region(network, network.donors().get(donor));
                ComponentIntervention whole =
                        new ComponentIntervention(head, ComponentIntervention.WHOLE, AblationKind.RESAMPLE, donor);
                ComponentIntervention channel = new ComponentIntervention(head, 0, AblationKind.RESAMPLE, donor);
                assertArrayEquals(expected, probe.regionProbabilities(List.of(whole)), ROUNDING);
                assertArrayEquals(expected, probe.regionProbabilities(List.of(channel)), ROUNDING);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"skip-alone", "called-twice", "containers"})
    void interventionsDoNotDependOnWhatElseIsInTheBatch(String name) throws ModelRejectedException {
        PlantedNetwork network = PlantedNetwork.load(name);
        Instrumentation.Instrumented found = instrumented(network);
        for (Component component : found.components()) {
            List<ComponentIntervention> interventions = List.of(
                    new ComponentIntervention(component, ComponentIntervention.WHOLE, AblationKind.RESAMPLE, 1),
                    new ComponentIntervention(component, 0, AblationKind.ZERO, ComponentIntervention.NO_DONOR),
                    new ComponentIntervention(component, 0, AblationKind.RESAMPLE, 3),
                    new ComponentIntervention(
                            component, ComponentIntervention.WHOLE, AblationKind.MEAN, ComponentIntervention.NO_DONOR));
            try (ComponentProbe probe = open(found, network)) {
                float[] together = probe.regionProbabilities(interventions);
                int area = together.length / interventions.size();
                for (int i = 0; i < interventions.size(); i++) {
                    assertArrayEquals(
                            Arrays.copyOfRange(together, i * area, (i + 1) * area),
                            probe.regionProbabilities(List.of(interventions.get(i))),
                            ROUNDING);
                }
            }
        }
    }

    @Test
    void theFirstCallOfASubmoduleIsNotTheSecond() throws ModelRejectedException {
        ComponentAnalysis.Measured found = PlantedNetwork.load("called-twice").measured();
        ComponentEffect first = PlantedNetwork.effect(found.layers(), "block", AblationKind.ZERO);
        ComponentEffect second = PlantedNetwork.effect(found.layers(), "block#2", AblationKind.ZERO);
        assertNotEquals(0, first.ate());
        assertNotEquals(0, second.ate());
        // the mean of the first call's output goes through the block once more, that of the second does not
        assertNotEquals(
                PlantedNetwork.effect(found.layers(), "block", AblationKind.MEAN)
                        .ate(),
                PlantedNetwork.effect(found.layers(), "block#2", AblationKind.MEAN)
                        .ate());
    }

    @Test
    void meansAreThoseOfTheDonorsOverAllPositions() throws ModelRejectedException {
        PlantedNetwork network = PlantedNetwork.load("one-channel");
        double sum = 0;
        Instrumentation.Instrumented found = instrumented(network);
        for (Image donor : network.donors()) {
            for (float p : network.model().segment(donor).probabilities()) {
                sum += Math.log(p / (1 - p));
            }
        }
        float mean = (float) (sum / network.donors().size() / PlantedNetwork.HEIGHT / PlantedNetwork.WIDTH);
        try (ComponentProbe probe = open(found, network)) {
            float[] all = probe.regionProbabilities(List.of(new ComponentIntervention(
                    component(found, "head"),
                    ComponentIntervention.WHOLE,
                    AblationKind.MEAN,
                    ComponentIntervention.NO_DONOR)));
            for (float p : all) {
                assertEquals(1 / (1 + Math.exp(-mean)), p, 1e-4);
            }
        }
    }

    /** A gate that closes by a hundredth changes the weighted sum by a hundredth of the derivative, but for the square. */
    @ParameterizedTest
    @ValueSource(strings = {"one-channel", "one-channel-traced", "skip-alone", "called-twice-traced"})
    void gatesHaveTheSlopeOfTheZeroedChannel(String name) throws ModelRejectedException {
        PlantedNetwork network = PlantedNetwork.load(name);
        Instrumentation.Instrumented found = instrumented(network);
        Component head = component(found, "head");
        float[] weights = new float[PlantedNetwork.REGION.area()];
        Arrays.fill(weights, 1);
        try (ComponentProbe probe = open(found, network)) {
            Map<Component, double[]> derivatives =
                    probe.gateDerivatives(weights).orElseThrow();
            assertEquals(found.components().size(), derivatives.size());
            derivatives.forEach((component, channels) -> assertEquals(component.channels(), channels.length));
            double expected = 0;
            for (float p : region(network, PlantedNetwork.image())) {
                double logit = Math.log(p / (1 - p));
                expected += p * (1 - p) * logit;
            }
            if (name.startsWith("one")) {
                assertEquals(expected, derivatives.get(head)[0], 1e-3 * Math.abs(expected));
            }
            assertTrue(derivatives.get(head)[0] != 0);
        }
    }

    /** It writes into what a convolution keeps for the way back. */
    @ParameterizedTest
    @ValueSource(strings = {"containers", "containers-traced"})
    void aModelWithoutAWayBackIsMeasuredWithoutARanking(String name) throws ModelRejectedException {
        ComponentAnalysis.Measured found = PlantedNetwork.load(name).measured();
        assertEquals(List.of(), found.ranking());
        assertEquals(List.of(), found.channels());
        assertEquals(Map.of(), found.agreement());
        assertTrue(
                found.layers().stream().noneMatch(effect -> effect.predicted().isPresent()));
        assertTrue(PlantedNetwork.effect(found.layers(), "first", AblationKind.RESAMPLE)
                        .ate()
                < -1);
    }

    @Test
    void aPartOfTheImageGivesTheRegionTheSameEffects() throws ModelRejectedException {
        PlantedNetwork network = PlantedNetwork.load("bounded");
        Instrumentation.Instrumented found = instrumented(network);
        Window part = new Window(0, 8, 32, 40);
        List<Image> parts =
                network.donors().stream().map(donor -> donor.crop(part)).toList();
        try (ComponentProbe whole = open(found, network);
                ComponentProbe cropped = found.opening()
                        .open(
                                PlantedNetwork.image().crop(part),
                                PlantedNetwork.REGION.seenFrom(part),
                                new Instrumentation.Donors(parts, network.donors()))) {
            for (Component component : found.components()) {
                for (AblationKind kind : AblationKind.values()) {
                    int donor = kind == AblationKind.RESAMPLE ? 2 : ComponentIntervention.NO_DONOR;
                    List<ComponentIntervention> one =
                            List.of(new ComponentIntervention(component, ComponentIntervention.WHOLE, kind, donor));
                    assertArrayEquals(whole.regionProbabilities(one), cropped.regionProbabilities(one), ROUNDING);
                }
            }
        }
    }

    @Test
    void aBudgetThatEndsLeavesOutWhatItCantPay() throws ModelRejectedException {
        PlantedNetwork network = PlantedNetwork.load("skip-alone");
        ComponentAnalysis.Measured all = network.measured();
        assertTrue(!all.budgetExhausted());
        ComponentAnalysis.Measured some = network.measured(new Budget(80, Duration.ofDays(1)));
        assertTrue(some.budgetExhausted());
        assertTrue(some.layers().size() < all.layers().size());
        assertTrue(some.layers().stream().allMatch(effect -> effect.draws() > 0));
        assertEquals(
                List.of("bottleneck", "enc->dec"),
                some.layers().stream()
                        .filter(effect -> effect.kind() == AblationKind.RESAMPLE)
                        .map(ComponentEffect::name)
                        .toList());
    }

    @Test
    void aModelWithoutComponentsIsExplainedAllTheSame() throws ModelRejectedException {
        assertEquals(
                new ComponentAnalysis.Unavailable("it has no submodules: a frozen model, or one of a single piece"),
                PlantedNetwork.load("frozen").analysis(Budget.UNLIMITED));
    }

    private static Instrumentation.Instrumented instrumented(PlantedNetwork network) {
        return (Instrumentation.Instrumented) network.model().components(PlantedNetwork.image());
    }

    private static ComponentProbe open(Instrumentation.Instrumented found, PlantedNetwork network)
            throws ModelRejectedException {
        return found.opening()
                .open(
                        PlantedNetwork.image(),
                        PlantedNetwork.REGION,
                        new Instrumentation.Donors(network.donors(), network.donors()));
    }

    private static Component component(Instrumentation.Instrumented found, String name) {
        return found.components().stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static float[] region(PlantedNetwork network, Image image) throws ModelRejectedException {
        ProbabilityMap map = network.model().segment(image);
        return map.crop(PlantedNetwork.REGION).probabilities();
    }

    private static List<String> values(List<ComponentEffect> effects) {
        return effects.stream()
                .map(effect -> effect.name() + " " + effect.kind() + " " + Math.round(effect.ate() * 1e6))
                .toList();
    }
}
