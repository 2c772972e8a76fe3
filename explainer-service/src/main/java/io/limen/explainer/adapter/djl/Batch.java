package io.limen.explainer.adapter.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.limen.explainer.domain.intervention.Intervention;
import java.util.List;

/** Copies of one image, each with at most one block replaced. Owned by one thread, closed after use. */
interface Batch extends AutoCloseable {

    /** Of all copies: [slots, channels, height, width]. */
    Shape shape();

    /** How many copies there are. */
    default int slots() {
        return Math.toIntExact(shape().get(0));
    }

    /**
     * Puts the donors' patches into the first slots, one intervention each, and restores what those slots' last
     * interventions overwrote.
     *
     * @param interventions at most {@link #slots()}
     */
    void treat(List<Intervention> interventions);

    /**
     * Some of the copies as the model takes them: float32, [images, channels, height, width], normalised.
     *
     * @param scope owns the tensor
     */
    NDArray images(NDManager scope, int from, int images);

    @Override
    void close();
}
