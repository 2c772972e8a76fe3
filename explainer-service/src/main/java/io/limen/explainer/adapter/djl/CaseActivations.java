package io.limen.explainer.adapter.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.limen.explainer.adapter.djl.archive.TwinSteps;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.image.Image;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the components are on the explained image itself: the shapes of all, and the outputs of the layers, which need not be
 * computed again when something behind them is replaced. Owned by one thread.
 */
final class CaseActivations implements AutoCloseable {

    /** Outputs of all layers for one image; where they take more, the last ones are computed again. */
    private static final long MOST_BYTES = 128L << 20;

    private final ProbedNetwork probed;
    private final NDManager kept;
    private final Map<Integer, Shape> shapes = new HashMap<>();
    private final Map<Integer, NDArray> outputs = new HashMap<>();

    /** One pass of the image. */
    CaseActivations(ProbedNetwork probed, Image image, MemoryLayout layout) throws ModelRejectedException {
        this.probed = probed;
        this.kept = probed.network().scope();
        try (NDManager scope = kept.newSubManager()) {
            NDList taps = probed.network()
                    .tryRun(probed.network().input(scope, List.of(image)), steps(), new NDList(), layout)
                    .taps();
            if (taps.size() != probed.listed().size()) {
                throw new ModelRejectedException(
                        "the network takes another way through its components on a part of the image");
            }
            for (int i = 0; i < taps.size(); i++) {
                keep(probed.listed().get(i), taps.get(i));
            }
        } catch (ModelRejectedException | RuntimeException e) {
            kept.close();
            throw e;
        }
    }

    private long[] steps() {
        long[] steps = probed.network().noSteps();
        long bytes = 0;
        for (TappedComponent one : probed.listed()) {
            boolean keep = one.component().layer() && !probed.isSkip(one);
            bytes += keep ? Float.BYTES * one.component().size() : 0;
            steps[one.site()] = (keep && bytes <= MOST_BYTES ? TwinSteps.TAP : TwinSteps.SHAPE).code(0);
        }
        return steps;
    }

    private void keep(TappedComponent one, NDArray tap) {
        if (tap.getDataType() == DataType.INT64) {
            long[] numbers = tap.toLongArray();
            long[] shape = new long[numbers.length - 2];
            System.arraycopy(numbers, 2, shape, 0, shape.length);
            shapes.put(one.site(), new Shape(shape));
        } else {
            shapes.put(one.site(), tap.getShape());
            tap.attach(kept);
            outputs.put(one.site(), tap);
        }
    }

    /** The shape of a component's output for so many images. */
    Shape shape(TappedComponent one, long images) {
        long[] shape = shapes.get(one.site()).getShape().clone();
        shape[0] = images;
        return new Shape(shape);
    }

    /** Whether a component's output is kept. */
    boolean holds(TappedComponent one) {
        return outputs.containsKey(one.site());
    }

    /** The layers whose outputs are ready, and kept, before a component's is. */
    List<TappedComponent> before(TappedComponent target) {
        List<TappedComponent> before = new ArrayList<>();
        for (TappedComponent one : probed.listed()) {
            if (one.site() == target.site()) {
                break;
            }
            if (holds(one)) {
                before.add(one);
            }
        }
        return before;
    }

    /** A kept output, as many times as there are images; belongs to the scope. */
    NDArray output(TappedComponent one, long images, NDManager scope) {
        NDArray spread = outputs.get(one.site()).broadcast(shape(one, images));
        spread.attach(scope);
        return spread;
    }

    @Override
    public void close() {
        kept.close();
    }
}
