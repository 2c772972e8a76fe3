package io.limen.explainer.adapter.djl;

import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.RegionGradients;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.ProbabilityMap;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.PatchBank;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A TorchScript model in libtorch. Any number of threads may run it: a forward pass only reads the weights.
 *
 * <p>Its native memory is released when the garbage collector finds that nobody holds the model any more. A repository
 * that replaces a model therefore just drops it: a case that still runs on the old one keeps it alive.
 */
final class TorchScriptModel implements SegmentationModel {

    private static final Cleaner CLEANER = Cleaner.create();

    /** Pixels in one forward pass beyond which a smaller batch is taken: activations need some hundred bytes a pixel. */
    private static final int MAX_BATCH_PIXELS = 1 << 22;

    private final Model model;
    private final OutputReading reading;
    private final ModelDescription description;
    private final int batchSize;
    private final BatchMemory memory = new BatchMemory();
    private volatile boolean differentiates;

    TorchScriptModel(Model model, ModelDescription description, int batchSize) {
        this.model = model;
        this.description = description;
        this.batchSize = batchSize;
        this.reading = new OutputReading(description.output());
        CLEANER.register(this, model::close);
    }

    /** As given, but once the model ran with the kind of output that was found. */
    @Override
    public ModelDescription description() {
        return new ModelDescription(
                description.id(),
                description.sha256(),
                description.inputSize(),
                description.channels(),
                description.normalisation(),
                reading.output(),
                description.threshold());
    }

    @Override
    public ProbabilityMap segment(Image image) throws ModelRejectedException {
        checkInput(image);
        BatchBuffer batch = batch(image, 1);
        try {
            RegionOfInterest everything = new RegionOfInterest(0, 0, image.height(), image.width());
            return new ProbabilityMap(image.height(), image.width(), forward(batch, image, 1, everything));
        } finally {
            release(batch);
        }
    }

    @Override
    public Probe probe(Image image, RegionOfInterest region, PatchBank bank) {
        if (!region.fitsIn(image.height(), image.width()) || bank.channels() != image.channels()) {
            throw new IllegalArgumentException("probe: " + region + " of " + image.height() + "x" + image.width() + "x"
                    + image.channels() + ", bank of " + bank.channels() + " channels");
        }
        int fitting = Math.max(1, MAX_BATCH_PIXELS / (image.height() * image.width()));
        return new TorchScriptProbe(this, image, region, bank, Math.min(batchSize, fitting));
    }

    @Override
    public Optional<RegionGradients> gradients(Image image, RegionOfInterest region) {
        if (!region.fitsIn(image.height(), image.width()) || image.channels() != description.channels()) {
            throw new IllegalArgumentException(
                    "gradients: " + region + " of " + image.height() + "x" + image.width() + "x" + image.channels());
        }
        return TorchScriptGradients.open(this, image, region).map(gradients -> gradients);
    }

    /** Whether a gradient once came back from this model. */
    boolean differentiates() {
        return differentiates;
    }

    void foundToDifferentiate() {
        differentiates = true;
    }

    /** A scope for tensors on the model's device, closed after use. */
    NDManager scope() {
        return model.getNDManager().newSubManager();
    }

    /** The target class's probabilities in the region as a tensor, with the way back to an input that needs gradients. */
    NDArray differentiable(NDArray input, RegionOfInterest region) throws ModelRejectedException {
        NDList output = IValueUtils.forward((PtSymbolBlock) model.getBlock(), new NDList(input), true);
        return reading.differentiable(output, input.getShape(), region);
    }

    BatchBuffer batch(Image image, int slots) {
        return new BatchBuffer(image, description.normalisation(), memory.take(image, slots), slots);
    }

    void release(BatchBuffer batch) {
        memory.give(batch.memory());
    }

    /** The target class's probabilities in the region, [images, region height, region width]. */
    float[] forward(BatchBuffer batch, Image image, int images, RegionOfInterest region) throws ModelRejectedException {
        checkInput(image);
        Shape shape = new Shape(images, image.channels(), image.height(), image.width());
        try (NDManager scope = scope()) {
            ByteBuffer values = batch.first(images);
            NDArray input = scope.create(values, shape, DataType.FLOAT32);
            NDList output = IValueUtils.forward((PtSymbolBlock) model.getBlock(), new NDList(input), false);
            return reading.probabilities(output, shape, region);
        } catch (EngineException | UnsupportedOperationException e) {
            throw new ModelRejectedException(
                    "the model failed on a " + image.height() + "x" + image.width() + " image: " + EngineMessage.of(e),
                    e);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private void checkInput(Image image) throws ModelRejectedException {
        if (image.channels() != description.channels()) {
            throw new ModelRejectedException(
                    "the image has " + image.channels() + " channels, the model takes " + description.channels());
        }
        if (description.inputSize().isPresent()) {
            ModelDescription.InputSize size = description.inputSize().get();
            if (image.height() != size.height() || image.width() != size.width()) {
                throw new ModelRejectedException("the image is " + image.height() + "x" + image.width()
                        + ", the model takes " + size.height() + "x" + size.width());
            }
        }
    }
}
