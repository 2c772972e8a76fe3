package io.limen.explainer.domain.component;

import io.limen.explainer.domain.component.ComponentAnalysis.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Made-up findings of made-up networks. */
public final class SampleNetwork {

    private SampleNetwork() {}

    /** Three encoders, a bottleneck, three decoders and a head; skip connections between equals; bottleneck[1] alone verified. */
    public static Measured unet() {
        List<Component> network = new ArrayList<>(List.of(
                stage("enc1", 16, 64),
                stage("enc2", 32, 32),
                stage("enc3", 64, 16),
                stage("bottleneck", 128, 8),
                skip("enc3->dec3", 64, 16),
                stage("dec3", 64, 16),
                skip("enc2->dec2", 32, 32),
                stage("dec2", 32, 32),
                skip("enc1->dec1", 16, 64),
                stage("dec1", 16, 64),
                new Component("head", 0, new ComponentType.Submodule("Conv2d"), true, 1, 64, 64)));
        double[] effects = {-61.5, -24, -3.25, -0.04, 0.2, -12.5, -9, -30, 4.5, -70, -88};
        List<ComponentEffect> layers = new ArrayList<>();
        for (int i = 0; i < effects.length; i++) {
            layers.addAll(effects(network.get(i), ComponentIntervention.WHOLE, effects[i]));
        }
        network.add(new Component("bottleneck.conv", 0, new ComponentType.Submodule("Conv2d"), false, 128, 8, 8));
        Component inner = network.get(network.size() - 1);
        return new Measured(
                network,
                layers,
                List.of(new ChannelGate(inner, 1, 2.5), new ChannelGate(inner, 0, -0.5)),
                effects(inner, 1, -2.75),
                Map.of(AblationKind.ZERO, 0.75, AblationKind.RESAMPLE, 0.25),
                16,
                640,
                false,
                List.of());
    }

    /** A chain of so many stages of one resolution, effects falling from one to the next, every other one positive. */
    public static Measured chain(int stages) {
        List<Component> network = new ArrayList<>();
        List<ComponentEffect> layers = new ArrayList<>();
        for (int i = 0; i < stages; i++) {
            Component stage = new Component("blocks." + i, 0, new ComponentType.Submodule("Block"), true, 192, 196, 1);
            network.add(stage);
            layers.addAll(effects(stage, ComponentIntervention.WHOLE, (i % 2 == 0 ? -40.0 : 20.0) / (i + 1)));
        }
        return new Measured(network, layers, List.of(), List.of(), Map.of(), 16, 320, false, List.of());
    }

    private static List<ComponentEffect> effects(Component component, int channel, double ate) {
        return List.of(
                effect(component, channel, AblationKind.RESAMPLE, ate, 0.3, 16),
                effect(component, channel, AblationKind.MEAN, ate * 0.5, 0, 1),
                effect(component, channel, AblationKind.ZERO, ate * 1.125, 0, 1));
    }

    private static ComponentEffect effect(
            Component component, int channel, AblationKind kind, double ate, double standardError, int draws) {
        return new ComponentEffect(
                component, channel, kind, ate, standardError, draws, ate / 200, OptionalDouble.of(-2.5));
    }

    private static Component stage(String name, int channels, int side) {
        return new Component(name, 0, new ComponentType.Submodule("Stage"), true, channels, side, side);
    }

    private static Component skip(String name, int channels, int side) {
        return new Component(name, 0, ComponentType.SKIP, true, channels, side, side);
    }
}
