package io.limen.explainer.application;

import io.limen.explainer.domain.component.AblationKind;
import io.limen.explainer.domain.component.ChannelGate;
import io.limen.explainer.domain.component.Component;
import io.limen.explainer.domain.component.ComponentEffect;
import io.limen.explainer.domain.component.ComponentIntervention;
import io.limen.explainer.domain.effect.EffectMoments;
import io.limen.explainer.domain.effect.RegionScore;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Makes interventions on components in batches, within the budget, and scores them. Owned by one thread. */
final class ComponentPasses {

    private final ComponentProbe probe;
    private final RegionScore score;
    private final BudgetMeter meter;
    private final Progress progress;
    private long charged;
    private long expected;
    private boolean exhausted;

    ComponentPasses(ComponentProbe probe, RegionScore score, BudgetMeter meter, Progress progress) {
        this.probe = probe;
        this.score = score;
        this.meter = meter;
        this.progress = progress;
    }

    /**
     * Says what comes.
     *
     * @param components that will be replaced
     * @param forwards passes that will be needed at most, about
     */
    void expect(List<Component> components, long forwards) {
        probe.expect(components);
        expected = meter.forwards() + forwards;
    }

    /** The gates of all channels; none when the model has no gradient, or the budget no room for it. */
    List<ChannelGate> gates(float[] weights) throws ModelRejectedException, InterruptedException {
        List<ChannelGate> gates = new ArrayList<>();
        if (affords(RegionGradients.FORWARDS_PER_ROW)) {
            probe.gateDerivatives(weights)
                    .ifPresent(derivatives -> derivatives.forEach((component, channels) -> {
                        for (int channel = 0; channel < channels.length; channel++) {
                            gates.add(new ChannelGate(component, channel, channels[channel]));
                        }
                    }));
            charge();
        }
        return gates;
    }

    /**
     * Makes interventions on one component.
     *
     * @return one effect per kind, in the order of the interventions; of as many draws as the budget allowed, none of none
     */
    List<ComponentEffect> effects(List<ComponentIntervention> interventions, OptionalDouble predicted)
            throws ModelRejectedException, InterruptedException {
        Map<AblationKind, EffectMoments> moments = new EnumMap<>(AblationKind.class);
        for (int from = 0; from < interventions.size(); from += probe.batchSize()) {
            int to = Math.min(interventions.size(), from + probe.batchSize());
            if (!affords(to - from)) {
                break;
            }
            List<ComponentIntervention> batch = interventions.subList(from, to);
            float[] probabilities = probe.regionProbabilities(batch);
            charge();
            for (int i = 0; i < batch.size(); i++) {
                EffectMoments more = EffectMoments.NONE.add(score.effect(probabilities, i));
                moments.merge(batch.get(i).kind(), more, EffectMoments::merge);
            }
        }
        ComponentIntervention first = interventions.get(0);
        List<ComponentEffect> effects = new ArrayList<>();
        moments.forEach((kind, found) -> effects.add(new ComponentEffect(
                first.component(),
                first.channel(),
                kind,
                found.mean(),
                kind == AblationKind.RESAMPLE ? found.standardError() : 0,
                found.draws(),
                found.meanArea(),
                predicted)));
        return effects;
    }

    /** Whether the budget ended before everything was made. */
    boolean exhausted() {
        return exhausted;
    }

    private boolean affords(int passes) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        boolean affordable = meter.affords(passes);
        exhausted |= !affordable;
        return affordable;
    }

    private void charge() {
        meter.charge((int) (probe.forwards() - charged));
        charged = probe.forwards();
        progress.forwards(meter.forwards(), meter.affordable(Math.max(expected, meter.forwards())));
    }
}
