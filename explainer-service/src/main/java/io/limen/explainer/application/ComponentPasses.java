package io.limen.explainer.application;

import io.limen.explainer.domain.component.ChannelGate;
import io.limen.explainer.domain.component.Component;
import io.limen.explainer.domain.component.ComponentEffect;
import io.limen.explainer.domain.component.ComponentIntervention;
import io.limen.explainer.domain.effect.RegionScore;
import java.util.ArrayList;
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
    private final List<String> failures = new ArrayList<>();

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
    List<ChannelGate> gates(float[] weights) throws InterruptedException {
        charge(); // what opening took
        List<ChannelGate> gates = new ArrayList<>();
        if (affords(RegionGradients.FORWARDS_PER_ROW)) {
            derivatives(weights).forEach((component, channels) -> {
                for (int channel = 0; channel < channels.length; channel++) {
                    gates.add(new ChannelGate(component, channel, channels[channel]));
                }
            });
            charge();
        }
        return gates;
    }

    private Map<Component, double[]> derivatives(float[] weights) {
        try {
            return probe.gateDerivatives(weights).orElse(Map.of());
        } catch (ModelRejectedException e) {
            failures.add("gradient: " + e.getMessage());
            return Map.of();
        }
    }

    /**
     * Makes interventions on one component.
     *
     * @return one effect per kind, in the order of the interventions; of as many draws as the budget allowed, none of none, and
     *     none of a kind of which an intervention failed
     */
    List<ComponentEffect> effects(List<ComponentIntervention> interventions, OptionalDouble predicted)
            throws InterruptedException {
        ComponentDraws draws = new ComponentDraws();
        for (int from = 0; from < interventions.size(); from += probe.batchSize()) {
            int to = Math.min(interventions.size(), from + probe.batchSize());
            List<ComponentIntervention> batch = draws.open(interventions.subList(from, to));
            if (!batch.isEmpty() && !make(batch, draws)) {
                break;
            }
        }
        return draws.effects(interventions.get(0), predicted);
    }

    /** When a batch fails each of its kinds is tried alone; false when the budget ended. */
    private boolean make(List<ComponentIntervention> batch, ComponentDraws draws) throws InterruptedException {
        if (!affords(probe.cost(batch))) {
            return false;
        }
        try {
            draws.add(batch, score, probe.regionProbabilities(batch));
            return true;
        } catch (ModelRejectedException e) {
            stopWhenInterrupted();
            List<List<ComponentIntervention>> kinds = ComponentDraws.byKind(batch);
            if (kinds.size() == 1) {
                draws.fail(batch.get(0).kind());
                failures.add(name(batch.get(0)) + ": " + e.getMessage());
                return true;
            }
            charge();
            boolean affordable = true;
            for (int i = 0; affordable && i < kinds.size(); i++) {
                affordable = make(kinds.get(i), draws);
            }
            return affordable;
        } finally {
            charge();
        }
    }

    private static String name(ComponentIntervention one) {
        return one.name() + " (" + one.kind().label() + ")";
    }

    /** Why effects were left out, one line for each of them. */
    List<String> failures() {
        return failures;
    }

    /** Whether the budget ended before everything was made. */
    boolean exhausted() {
        return exhausted;
    }

    private boolean affords(long passes) throws InterruptedException {
        stopWhenInterrupted();
        boolean affordable = meter.affords(passes);
        exhausted |= !affordable;
        return affordable;
    }

    private static void stopWhenInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private void charge() {
        meter.charge((int) (probe.forwards() - charged));
        charged = probe.forwards();
        progress.forwards(meter.forwards(), meter.affordable(Math.max(expected, meter.forwards())));
    }
}
