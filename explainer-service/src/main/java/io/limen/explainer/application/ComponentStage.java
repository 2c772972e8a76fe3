package io.limen.explainer.application;

import io.limen.explainer.domain.component.AblationKind;
import io.limen.explainer.domain.component.ChannelGate;
import io.limen.explainer.domain.component.Component;
import io.limen.explainer.domain.component.ComponentAnalysis;
import io.limen.explainer.domain.component.ComponentEffect;
import io.limen.explainer.domain.component.ComponentIntervention;
import io.limen.explainer.domain.component.ComponentSettings;
import io.limen.explainer.domain.component.GateRanking;
import io.limen.explainer.domain.component.RankCorrelation;
import io.limen.explainer.domain.component.TellingOrder;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.image.Window;
import io.limen.explainer.domain.surrogate.SoftDice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The network's components in one case: what the outermost stages do to the region, which channels the gradient ranks highest,
 * and whether interventions on those agree.
 *
 * @param subject the case
 * @param settings what is wanted
 * @param donors whole donor images of the input's size; without any, ZERO is the only kind
 * @param kept the part of the input that gives the region the same output
 */
record ComponentStage(TreatedCase subject, ComponentSettings settings, List<Image> donors, Window kept) {

    /** The image itself goes through the network once before anything is replaced. */
    private static final int OPENING = 1;

    /** Not available when the components can't be looked at in this case: no reason to do without its map. */
    ComponentAnalysis analysis(Instrumentation.Instrumented network) throws InterruptedException {
        if (!subject.meter().affords(OPENING)) {
            return new ComponentAnalysis.Measured(
                    network.components(), List.of(), List.of(), List.of(), Map.of(), donors.size(), 0, true, List.of());
        }
        Image part = subject.segmented().input().crop(kept);
        RegionOfInterest region = subject.planned().region().seenFrom(kept);
        List<Image> parts = donors.stream().map(donor -> donor.crop(kept)).toList();
        try (ComponentProbe probe = network.opening().open(part, region, new Instrumentation.Donors(parts, donors))) {
            return measured(network.components(), probe);
        } catch (ModelRejectedException e) {
            return new ComponentAnalysis.NotMeasured(e.getMessage());
        }
    }

    private ComponentAnalysis measured(List<Component> components, ComponentProbe probe) throws InterruptedException {
        long before = subject.meter().forwards();
        ComponentPasses passes = new ComponentPasses(probe, subject.score(), subject.meter(), subject.progress());
        List<Component> layers = components.stream().filter(Component::layer).toList();
        GateRanking ranking = new GateRanking(passes.gates(new SoftDice(subject.output()).derivative()));
        List<ChannelGate> top = ranking.distinct(settings.topChannels(), components);
        passes.expect(both(layers, top), (long) (layers.size() + top.size()) * drawsOfEach());
        Map<Component, List<ComponentEffect>> found = new HashMap<>();
        for (Component layer : TellingOrder.of(layers)) {
            found.put(layer, effects(passes, layer, ComponentIntervention.WHOLE, ranking.sum(layer)));
        }
        List<ComponentEffect> layerEffects =
                layers.stream().flatMap(layer -> found.get(layer).stream()).toList();
        List<ComponentEffect> channelEffects = new ArrayList<>();
        for (ChannelGate gate : top) {
            channelEffects.addAll(
                    effects(passes, gate.component(), gate.channel(), OptionalDouble.of(gate.predictedEffect())));
        }
        if (!passes.failures().isEmpty() && layerEffects.isEmpty() && channelEffects.isEmpty()) {
            return new ComponentAnalysis.NotMeasured(passes.failures().get(0));
        }
        return new ComponentAnalysis.Measured(
                components,
                layerEffects,
                ranking.gates(),
                channelEffects,
                agreement(channelEffects),
                donors.size(),
                subject.meter().forwards() - before,
                passes.exhausted(),
                passes.failures());
    }

    private static List<Component> both(List<Component> layers, List<ChannelGate> top) {
        return Stream.concat(layers.stream(), top.stream().map(ChannelGate::component))
                .distinct()
                .toList();
    }

    private List<ComponentEffect> effects(
            ComponentPasses passes, Component component, int channel, OptionalDouble predicted)
            throws InterruptedException {
        List<ComponentIntervention> wanted = new ArrayList<>();
        for (AblationKind kind : kinds()) {
            for (int draw = 0; draw < draws(kind); draw++) {
                int donor = kind == AblationKind.RESAMPLE ? draw : ComponentIntervention.NO_DONOR;
                wanted.add(new ComponentIntervention(component, channel, kind, donor));
            }
        }
        return passes.effects(wanted, predicted);
    }

    private TreeSet<AblationKind> kinds() {
        TreeSet<AblationKind> kinds = new TreeSet<>(settings.kinds());
        kinds.removeIf(kind -> donors.isEmpty() && kind != AblationKind.ZERO);
        return kinds;
    }

    private int draws(AblationKind kind) {
        return kind == AblationKind.RESAMPLE ? donors.size() : 1;
    }

    private int drawsOfEach() {
        return kinds().stream().mapToInt(this::draws).sum();
    }

    private Map<AblationKind, Double> agreement(List<ComponentEffect> channels) {
        Map<AblationKind, Double> agreement = new TreeMap<>();
        for (AblationKind kind : kinds()) {
            List<ComponentEffect> own =
                    channels.stream().filter(effect -> effect.kind() == kind).toList();
            Optional<Double> correlation = RankCorrelation.of(
                    own.stream()
                            .mapToDouble(effect -> Math.abs(effect.predicted().orElseThrow()))
                            .toArray(),
                    own.stream().mapToDouble(effect -> Math.abs(effect.ate())).toArray());
            correlation.ifPresent(value -> agreement.put(kind, value));
        }
        return agreement;
    }
}
