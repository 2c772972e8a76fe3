package io.limen.explainer.adapter.djl;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.component.AblationKind;
import io.limen.explainer.domain.component.ComponentIntervention;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.util.List;
import java.util.Optional;

/**
 * Replaces one component at a time and reads the region. What comes before it is not computed again, and what every path leads
 * through is not replaced at all where the donor's own answer is known. Owned by one thread.
 */
final class TwinInterventions {

    private final Probing probing;
    private final ProbedNetwork probed;
    private final CaseActivations own;
    private final DonorActivations donors;
    private final DonorMeans means;
    private final WorkShare work;
    private final SolePaths soles;
    private final FittingBatches passes = new FittingBatches();
    private double spent;

    /**
     * What is looked at.
     *
     * @param probed the network
     * @param image the explained one, or a part of it
     * @param region in the image's coordinates
     * @param plan how images are run
     */
    record Probing(ProbedNetwork probed, Image image, RegionOfInterest region, BatchPlan plan) {}

    TwinInterventions(Probing probing, CaseActivations own, DonorActivations donors, DonorMeans means) {
        this.probing = probing;
        this.probed = probing.probed();
        this.own = own;
        this.donors = donors;
        this.means = means;
        this.work = new WorkShare(probed);
        this.soles = new SolePaths(probed, own, probing.image(), probing.region());
    }

    /** Shares of passes so far, those of donors left out. */
    double spent() {
        return spent;
    }

    /** The most passes, beside one for each intervention and those of donors, that resampling a component would take now. */
    int extra(TappedComponent target) {
        return soles.isOpen(target) ? SolePaths.PASSES : 0;
    }

    /**
     * The region's probabilities under each of some interventions, [interventions, height, width].
     *
     * @param target the component of all of them
     */
    float[] together(TappedComponent target, List<ComponentIntervention> same) throws ModelRejectedException {
        boolean give =
                !probed.isSkip(target) && same.stream().allMatch(one -> one.channel() == ComponentIntervention.WHOLE);
        Optional<ComponentIntervention> resampled =
                same.stream().filter(one -> one.kind() == AblationKind.RESAMPLE).findFirst();
        return give && resampled.isPresent() && isSole(target, resampled.get())
                ? answered(target, same)
                : made(target, give, same);
    }

    private boolean isSole(TappedComponent target, ComponentIntervention resampled) throws ModelRejectedException {
        if (soles.isOpen(target)) {
            spent += work.without(new TwinPlan(probed.network().noSteps(), own, target).spared(true));
        }
        return soles.leadThrough(
                target,
                probing.plan().layout(),
                () -> List.of(made(target, true, List.of(resampled)), donors.answer(target, resampled.donor())));
    }

    /** Resampled, the component gives what the network gives the donor. */
    private float[] answered(TappedComponent target, List<ComponentIntervention> same) throws ModelRejectedException {
        int area = probing.region().bounds().area();
        List<ComponentIntervention> others =
                same.stream().filter(one -> one.kind() != AblationKind.RESAMPLE).toList();
        float[] made = others.isEmpty() ? new float[0] : made(target, true, others);
        float[] all = new float[same.size() * area];
        int next = 0;
        for (int i = 0; i < same.size(); i++) {
            ComponentIntervention one = same.get(i);
            if (one.kind() == AblationKind.RESAMPLE) {
                System.arraycopy(donors.answer(target, one.donor()), 0, all, i * area, area);
            } else {
                System.arraycopy(made, area * next++, all, i * area, area);
            }
        }
        return all;
    }

    private float[] made(TappedComponent target, boolean give, List<ComponentIntervention> same)
            throws ModelRejectedException {
        Treatments treatments = new Treatments(target, own, donors, means);
        TwinPlan wanted = new TwinPlan(probed.network().noSteps(), own, target);
        spent += same.size() * work.without(wanted.spared(give));
        return passes.run(
                same.size(), probing.plan().images(), probing.region().bounds().area(), (from, images) -> {
                    List<ComponentIntervention> some = same.subList(from, from + images);
                    try (NDManager scope = probed.network().scope()) {
                        NDList replacing = give ? treatments.whole(some, scope) : treatments.masked(some, scope);
                        return run(wanted, give, replacing, images, scope);
                    } catch (EngineException | UnsupportedOperationException e) {
                        Image image = probing.image();
                        throw TorchNetwork.rejected(
                                e, new Shape(images, image.channels(), image.height(), image.width()));
                    }
                });
    }

    private float[] run(TwinPlan wanted, boolean give, NDList replacing, int images, NDManager scope)
            throws ModelRejectedException {
        NDArray input = probed.network().copies(scope, probing.image(), images);
        NDList values = new NDList(replacing);
        long[] steps = wanted.steps(give, values, images, scope);
        TwinNetwork.Pass pass =
                probed.network().tryRun(input, steps, values, probing.plan().layout());
        return probed.model().probabilities(pass.outputs(), input.getShape(), probing.region());
    }
}
