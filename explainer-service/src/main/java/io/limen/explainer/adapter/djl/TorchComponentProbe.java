package io.limen.explainer.adapter.djl;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
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
    private final WorkShare work;
    private final FittingBatches passes = new FittingBatches();
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
        this.donors = new DonorActivations(probed, donors.parts(), plan);
        this.means = new DonorMeans(probed, donors.whole(), plan.layout());
        this.work = new WorkShare(probed);
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
            cost += donors.cost(components.get(one.getKey()), one.getValue());
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
            float[] some = together(interventions.subList(from, to));
            System.arraycopy(some, 0, all, from * area, some.length);
            from = to;
        }
        return all;
    }

    private float[] together(List<ComponentIntervention> same) throws ModelRejectedException {
        TappedComponent target = components.get(same.get(0).component());
        Treatments treatments = new Treatments(target, own, donors, means);
        boolean give =
                !probed.isSkip(target) && same.stream().allMatch(one -> one.channel() == ComponentIntervention.WHOLE);
        TwinPlan wanted = new TwinPlan(probed.network().noSteps(), own, target);
        spent += same.size() * work.without(wanted.spared(give));
        return passes.run(same.size(), plan.images(), region.bounds().area(), (from, images) -> {
            List<ComponentIntervention> some = same.subList(from, from + images);
            try (NDManager scope = probed.network().scope()) {
                NDList replacing = give ? treatments.whole(some, scope) : treatments.masked(some, scope);
                return run(wanted, give, replacing, images, scope);
            } catch (EngineException | UnsupportedOperationException e) {
                throw TorchNetwork.rejected(e, new Shape(images, image.channels(), image.height(), image.width()));
            }
        });
    }

    private float[] run(TwinPlan wanted, boolean give, NDList replacing, int images, NDManager scope)
            throws ModelRejectedException {
        NDArray input = probed.network().copies(scope, image, images);
        NDList values = new NDList(replacing);
        long[] steps = wanted.steps(give, values, images, scope);
        TwinNetwork.Pass pass = probed.network().tryRun(input, steps, values, plan.layout());
        return probed.model().probabilities(pass.outputs(), input.getShape(), region);
    }

    @Override
    public Optional<Map<Component, double[]>> gateDerivatives(float[] weights) {
        spent += RegionGradients.FORWARDS_PER_ROW;
        return new ComponentGates(probed, image, region).derivatives(weights);
    }

    @Override
    public long forwards() {
        return (long) Math.ceil(spent) + donors.forwards() + means.forwards();
    }

    @Override
    public void close() {
        own.close();
        donors.close();
        probed.model().giveBackFreePages();
        Reference.reachabilityFence(probed.model());
    }
}
