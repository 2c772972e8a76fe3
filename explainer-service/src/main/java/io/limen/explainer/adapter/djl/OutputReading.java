package io.limen.explainer.adapter.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import io.limen.explainer.application.ModelDescription.Output;
import io.limen.explainer.application.ModelDescription.Output.Kind;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Reads a model's output: [batch, class, height, width] or [batch, height, width], or a tuple or dictionary with such a
 * tensor in it, under "out" or first. Decides once, at the first output, whether an output of unknown kind is logits.
 */
final class OutputReading {

    /** Rounding of a softmax in half precision stays within it. */
    private static final float TOLERANCE = 1e-3f;

    private final Output declared;
    private final AtomicReference<Kind> kind;

    OutputReading(Output declared) {
        this.declared = declared;
        this.kind = new AtomicReference<>(declared.kind());
    }

    /** The output as declared, with the kind that was found once there was an output. */
    Output output() {
        return new Output(kind.get(), declared.classes(), declared.targetClass());
    }

    /**
     * @param input shape of the batch that the output belongs to
     * @return the target class's probabilities in the region, [batch, region height, region width], in [0,1]
     * @throws ModelRejectedException when the output has another shape, another range, or holds NaN
     */
    float[] probabilities(NDList outputs, Shape input, RegionOfInterest region) throws ModelRejectedException {
        float[] values = targetClass(outputs, input, region).toFloatArray();
        if (needsSigmoid()) {
            sigmoid(values);
        }
        checkRange(values);
        return values;
    }

    /**
     * As {@link #probabilities}, but still a tensor, with the way back to the input. Its range is not checked.
     *
     * @return float32, [batch, region height, region width], with an axis of length 1 for a single class
     */
    NDArray differentiable(NDList outputs, Shape input, RegionOfInterest region) throws ModelRejectedException {
        NDArray part = targetClass(outputs, input, region);
        return needsSigmoid() ? Activation.sigmoid(part) : part;
    }

    /** Whether any class is NaN anywhere in the region: a softmax mixes the classes. */
    boolean holdsNaN(NDList outputs, Shape input, RegionOfInterest region) throws ModelRejectedException {
        float[] values = inside(withClassAxis(choose(outputs), input), region)
                .toType(DataType.FLOAT32, false)
                .toFloatArray();
        for (float value : values) {
            if (Float.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    /** Probabilities, but for a single class's logits, which {@link #needsSigmoid} tells. */
    private NDArray targetClass(NDList outputs, Shape input, RegionOfInterest region) throws ModelRejectedException {
        NDArray output = withClassAxis(choose(outputs), input);
        decideKind(output);
        NDArray part = inside(output, region);
        if (declared.classes() > 1) {
            boolean logits = kind.get() == Kind.LOGITS;
            part = (logits ? part.softmax(1) : part).get(new NDIndex(":, {}", declared.targetClass()));
        }
        return part.toType(DataType.FLOAT32, false);
    }

    private static NDArray inside(NDArray output, RegionOfInterest region) {
        return output.get(new NDIndex(
                ":, :, {}:{}, {}:{}",
                region.y(),
                region.y() + region.height(),
                region.x(),
                region.x() + region.width()));
    }

    private boolean needsSigmoid() {
        return kind.get() == Kind.LOGITS && declared.classes() == 1;
    }

    private static NDArray choose(NDList outputs) throws ModelRejectedException {
        if (outputs.isEmpty()) {
            throw new ModelRejectedException("the model's output holds no tensor");
        }
        for (NDArray output : outputs) {
            if ("out".equals(output.getName())) {
                return output;
            }
        }
        return outputs.get(0);
    }

    private NDArray withClassAxis(NDArray output, Shape input) throws ModelRejectedException {
        if (!output.getDataType().isFloating()) {
            throw new ModelRejectedException("the model's output is of type "
                    + output.getDataType().name().toLowerCase(java.util.Locale.ROOT)
                    + ": Limen needs probabilities or logits");
        }
        Shape shape = output.getShape();
        int axes = shape.dimension();
        if ((axes != 3 && axes != 4) || shape.get(0) != input.get(0)) {
            throw new ModelRejectedException("the model's output has shape " + shape
                    + ": Limen needs (batch, class, height, width) or (batch, height, width)");
        }
        long height = shape.get(axes - 2);
        long width = shape.get(axes - 1);
        if (height != input.get(2) || width != input.get(3)) {
            throw new ModelRejectedException("the model's output is " + height + "x" + width + ", its input "
                    + input.get(2) + "x" + input.get(3) + ": Limen needs an output of the input's size");
        }
        long classes = axes == 3 ? 1 : shape.get(1);
        if (classes != declared.classes()) {
            throw new ModelRejectedException("the model's output has " + classes
                    + (classes == 1 ? " class" : " classes") + ", its description says " + declared.classes());
        }
        return axes == 3 ? output.expandDims(1) : output;
    }

    private void decideKind(NDArray output) throws ModelRejectedException {
        if (kind.get() != Kind.AUTO) {
            return;
        }
        float least = output.min().toType(DataType.FLOAT32, false).getFloat();
        float most = output.max().toType(DataType.FLOAT32, false).getFloat();
        if (Float.isNaN(least) || Float.isNaN(most)) {
            throw new ModelRejectedException("the model's output holds NaN");
        }
        kind.compareAndSet(Kind.AUTO, least >= 0 && most <= 1 ? Kind.PROBABILITIES : Kind.LOGITS);
    }

    private static void sigmoid(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (1 / (1 + Math.exp(-values[i])));
        }
    }

    private static void checkRange(float[] values) throws ModelRejectedException {
        for (int i = 0; i < values.length; i++) {
            float value = values[i];
            if (Float.isNaN(value)) {
                throw new ModelRejectedException("the model's output holds NaN");
            }
            if (!(value >= -TOLERANCE && value <= 1 + TOLERANCE)) {
                throw new ModelRejectedException("the model's output holds " + value
                        + ", which is no probability: are these logits (output: logits)?");
            }
            values[i] = Math.min(1, Math.max(0, value));
        }
    }
}
