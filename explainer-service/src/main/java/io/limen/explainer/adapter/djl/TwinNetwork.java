package io.limen.explainer.adapter.djl;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.limen.explainer.adapter.djl.archive.ComponentSite;
import io.limen.explainer.adapter.djl.archive.InstrumentedArchive;
import io.limen.explainer.adapter.djl.archive.TwinSteps;
import io.limen.explainer.application.ModelDescription.Normalisation;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.image.Image;
import java.util.Arrays;
import java.util.List;

/** A model whose components can be read and replaced. Any number of threads may run it. */
final class TwinNetwork implements AutoCloseable {

    /** A list can't be empty on its way into libtorch. */
    private static final String VALUES = "values[]";

    private final TorchModule module;
    private final Normalisation normalisation;
    private final List<ComponentSite> sites;

    TwinNetwork(TorchModule module, Normalisation normalisation, List<ComponentSite> sites) {
        this.module = module;
        this.normalisation = normalisation;
        this.sites = List.copyOf(sites);
    }

    /**
     * What one pass gave; all of it belongs to the manager of the input.
     *
     * @param taps in the order of execution
     * @param outputs as the model itself returns them
     */
    record Pass(NDList taps, NDList outputs) {}

    /** What the archive's text tells of the components; the position is the number. */
    List<ComponentSite> sites() {
        return sites;
    }

    /** A scope for tensors on the model's device, closed after use. */
    NDManager scope() {
        return module.scope();
    }

    /** Nothing at any component, to be filled. */
    long[] noSteps() {
        return new long[sites.size()];
    }

    /** An image as the model takes it, so many times, [images, channels, height, width]. */
    NDArray copies(NDManager scope, Image image, int images) {
        NDArray one = input(scope, List.of(image));
        if (images == 1) {
            return one;
        }
        // a network may write into its input: no two images may lie on the same memory
        return one.broadcast(new Shape(images).addAll(one.getShape().slice(1))).duplicate();
    }

    /** Images as the model takes them, [images, channels, height, width]. */
    NDArray input(NDManager scope, List<Image> images) {
        Image first = images.get(0);
        return scope.create(
                Normalising.images(images, normalisation),
                new Shape(images.size(), first.channels(), first.height(), first.width()));
    }

    /**
     * Runs the network.
     *
     * @param steps one for every component, see {@link TwinSteps#code}
     * @param values what the steps' indices mean
     * @param layout in what order the input's values go in
     * @throws EngineException as libtorch fails
     */
    Pass run(NDArray input, long[] steps, NDList values, MemoryLayout layout) {
        return run(input, steps, values, layout, false);
    }

    /** The same in plain order, with the way back to values that need gradients. */
    Pass runForGradients(NDArray input, long[] steps, NDList values) {
        return run(input, steps, values, MemoryLayout.PLAIN, true);
    }

    private Pass run(NDArray input, long[] steps, NDList values, MemoryLayout layout, boolean gradients) {
        NDManager scope = input.getManager();
        long[] plan = Arrays.copyOf(steps, steps.length + 1);
        plan[steps.length] = layout == MemoryLayout.CHANNELS_LAST ? 1 : 0;
        NDList all = new NDList(input, scope.create(plan));
        for (NDArray value : values.isEmpty() ? new NDList(scope.create(0f)) : values) {
            value.setName(VALUES);
            all.add(value);
        }
        NDList found = module.callAsWritten(InstrumentedArchive.METHOD, all, gradients);
        int taps = (int) found.get(0).toLongArray()[0];
        return new Pass(new NDList(found.subList(1, 1 + taps)), found.subNDList(1 + taps));
    }

    /** As {@link #run}, with failures told in a line. */
    Pass tryRun(NDArray input, long[] steps, NDList values, MemoryLayout layout) throws ModelRejectedException {
        try {
            return run(input, steps, values, layout);
        } catch (EngineException | UnsupportedOperationException e) {
            throw TorchNetwork.rejected(e, input.getShape());
        }
    }

    @Override
    public void close() {
        module.close();
    }
}
