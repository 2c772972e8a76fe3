package io.limen.explainer.adapter.djl;

import io.limen.explainer.application.ActivationGradient;
import io.limen.explainer.application.ComponentProbe;
import io.limen.explainer.application.Instrumentation.Donors;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.RegionGradients;
import io.limen.explainer.domain.component.AblationKind;
import io.limen.explainer.domain.component.Component;
import io.limen.explainer.domain.component.ComponentIntervention;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Interventions on components by an instrumented twin. What comes before the replaced component is not computed again. */
final class TorchComponentProbe implements ComponentProbe {

    private final ProbedNetwork probed;
    private final Image image;
    private final RegionOfInterest region;
    private final Map<Component, TappedComponent> components;
    private final BatchPlan plan;
    private final CaseActivations own;
    private final DonorActivations donors;
    private final DonorMeans means;
    private final TwinInterventions made;
    private double spent = 1;

    /** Runs the image once. */
    TorchComponentProbe(ProbedNetwork probed, Image image, RegionOfInterest region, Donors donors)
            throws ModelRejectedException {
        this.probed = probed;
        this.image = image;
        this.region = region;
        this.components = probed.byComponent();
        this.plan = probed.model().knownPlan(image);
        this.own = new CaseActivations(probed, image, plan.layout());
        this.donors = new DonorActivations(probed, donors.parts(), region, plan);
        this.means = new DonorMeans(probed, donors.whole(), plan.layout());
        this.made = new TwinInterventions(
                new TwinInterventions.Probing(probed, image, region, plan), own, this.donors, means);
    }

    @Override
    public int batchSize() {
        return plan.images();
    }

    @Override
    public void expect(Collection<Component> next) {
        donors.expect(next.stream().map(components::get).toList());
    }

    @Override
    public long cost(List<ComponentIntervention> next) {
        long cost = next.size();
        Map<Component, List<Integer>> resampled = new HashMap<>();
        for (ComponentIntervention one : next) {
            if (one.kind() == AblationKind.RESAMPLE) {
                resampled
                        .computeIfAbsent(one.component(), any -> new ArrayList<>())
                        .add(one.donor());
            }
        }
        for (Map.Entry<Component, List<Integer>> one : resampled.entrySet()) {
            TappedComponent target = components.get(one.getKey());
            cost += donors.cost(target, one.getValue()) + made.extra(target);
        }
        return cost + (next.stream().anyMatch(one -> one.kind() == AblationKind.MEAN) ? means.cost() : 0);
    }

    @Override
    public float[] regionProbabilities(List<ComponentIntervention> interventions) throws ModelRejectedException {
        int area = region.bounds().area();
        float[] all = new float[interventions.size() * area];
        int from = 0;
        while (from < interventions.size()) {
            Component component = interventions.get(from).component();
            int to = from;
            while (to < interventions.size()
                    && interventions.get(to).component().equals(component)) {
                to++;
            }
            float[] some = made.together(components.get(component), interventions.subList(from, to));
            System.arraycopy(some, 0, all, from * area, some.length);
            from = to;
        }
        return all;
    }

    @Override
    public Optional<Map<Component, double[]>> gateDerivatives(float[] weights) {
        spent += RegionGradients.FORWARDS_PER_ROW;
        return new ComponentGates(probed, image, region).derivatives(weights);
    }

    @Override
    public Optional<ActivationGradient> activationGradient(Component component, float[] weights)
            throws ModelRejectedException {
        spent += 1 + RegionGradients.FORWARDS_PER_ROW;
        return new ComponentGradient(probed, image, region).of(components.get(component), weights);
    }

    @Override
    public long forwards() {
        return (long) Math.ceil(spent + made.spent()) + donors.forwards() + means.forwards();
    }

    @Override
    public void close() {
        own.close();
        donors.close();
        probed.model().giveBackFreePages();
        Reference.reachabilityFence(probed.model());
    }
}
