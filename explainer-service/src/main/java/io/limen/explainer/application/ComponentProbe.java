package io.limen.explainer.application;

import io.limen.explainer.domain.component.Component;
import io.limen.explainer.domain.component.ComponentIntervention;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a model on one image while components are replaced. Owned by one thread, closed after use. */
public interface ComponentProbe extends AutoCloseable {

    /** The most interventions worth passing at a time. */
    int batchSize();

    /** Says what will be replaced next, so that donors need to run once only for as much of it as memory allows. */
    default void expect(Collection<Component> next) {}

    /**
     * The most forward passes that interventions would take now, counted as in {@link #forwards}: those of donors that have to run
     * first are among them.
     */
    long cost(List<ComponentIntervention> next);

    /**
     * The region's probabilities under each intervention. Interventions on one component that follow each other are run
     * together, whatever their kind, channel and donor.
     *
     * @param interventions 1 or more, on components of the probe's model
     * @return [interventions, height, width] of the region's bounds, row-major, in [0,1]
     * @throws ModelRejectedException when the output holds NaN or the forward pass fails, or the thread is interrupted between donors;
     *     it stays interrupted
     */
    float[] regionProbabilities(List<ComponentIntervention> interventions) throws ModelRejectedException;

    /**
     * The derivative of sum over p of weight(p) x probability(p) by a gate on every channel of every component, all gates at 1
     * (keep): one pass forward, one back.
     *
     * @param weights [height x width of the region's bounds], row-major
     * @return per component [channels]; empty when the model can't be differentiated
     */
    Optional<Map<Component, double[]>> gateDerivatives(float[] weights) throws ModelRejectedException;

    /**
     * A component's output for the probed image, and the derivative of sum over p of weight(p) x probability(p) by each of its
     * values: two passes forward, one back.
     *
     * @param component of the probe's model, no skip connection
     * @param weights [height x width of the region's bounds], row-major
     * @return empty when the model can't be differentiated
     */
    default Optional<ActivationGradient> activationGradient(Component component, float[] weights)
            throws ModelRejectedException {
        return Optional.empty();
    }

    /**
     * What was done so far, in forward passes of one image: one for every pass of a donor, three for a gradient, and for an intervention
     * the share of the network that is still computed, what comes before the component being known. Counted, not
     * measured, so that a budget ends at the same place on every machine.
     */
    long forwards();

    @Override
    void close();
}
