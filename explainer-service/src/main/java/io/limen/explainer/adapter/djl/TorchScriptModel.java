package io.limen.explainer.adapter.djl;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.limen.explainer.application.Instrumentation;
import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.RegionGradients;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.ProbabilityMap;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.image.Window;
import io.limen.explainer.domain.intervention.PatchBank;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A TorchScript model in libtorch. Any number of threads may run it: a forward pass only reads the weights.
 *
 * <p>Its native memory is released when the garbage collector finds that nobody holds the model any more. A repository
 * that replaces a model therefore just drops it: a case that still runs on the old one keeps it alive.
 */
final class TorchScriptModel implements SegmentationModel {

    private static final Logger LOG = LoggerFactory.getLogger(TorchScriptModel.class);

    private static final Cleaner CLEANER = Cleaner.create();

    /** Pixels in one forward pass beyond which a smaller batch is taken: activations need some hundred bytes a pixel. */
    private static final int MAX_BATCH_PIXELS = 1 << 22;

    private final TorchModule module;
    private final OutputReading reading;
    private final ModelDescription description;
    private final int largestBatch;
    private final BatchPlans plans;
    private final Batches batches;
    private final TwinComponents components;
    private final Map<Integer, FittingBatches> fitting = new ConcurrentHashMap<>();
    private volatile boolean differentiates;
    private final AtomicBoolean toldOfMemory = new AtomicBoolean();

    TorchScriptModel(
            TorchModule module, ModelDescription description, int largestBatch, BatchPlans plans, TwinSource twin) {
        this.module = module;
        this.description = description;
        this.largestBatch = largestBatch;
        this.plans = plans;
        this.batches = new Batches(module, description.normalisation());
        this.reading = new OutputReading(description.output());
        TwinComponents twins = new TwinComponents(twin);
        this.components = twins;
        CLEANER.register(this, () -> {
            module.close();
            twins.close();
        });
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
        checkWhole(image);
        return new ProbabilityMap(image.height(), image.width(), alone(image, everything(image)));
    }

    @Override
    public Probe probe(Image image, RegionOfInterest region, PatchBank bank) {
        return probe(image, region, bank, BatchPlans.LIMIT);
    }

    @Override
    public Probe probe(Image image, RegionOfInterest region, PatchBank bank, Duration preparation) {
        if (!region.fitsIn(image.height(), image.width()) || bank.channels() != image.channels()) {
            throw new IllegalArgumentException("probe: " + region + " of " + image.height() + "x" + image.width() + "x"
                    + image.channels() + ", bank of " + bank.channels() + " channels");
        }
        int pixels = image.height() * image.width();
        int most = mostImages(image);
        Batch batch = batches.make(image, bank, most);
        FittingBatches passes = fitting.computeIfAbsent(pixels, any -> new FittingBatches());
        try {
            TrialBatch trial = new TrialBatch(this, image, bank, batch);
            BatchPlan plan = plans.plan(pixels, batch.slots(), trial, preparation);
            return new TorchScriptProbe(this, image, region, batch, plan, passes);
        } catch (RuntimeException | Error e) {
            batch.close();
            throw e;
        }
    }

    /** NaN passes every sum, product and maximum: where it does not arrive from outside, nothing does. */
    @Override
    public boolean reachedFromOutside(Image image, RegionOfInterest region, Window kept) throws ModelRejectedException {
        checkWhole(image);
        float[] nowhere = new float[image.pixels().length];
        Arrays.fill(nowhere, Float.NaN);
        try (Batch single = copies(image.surroundedBy(nowhere, kept), 1)) {
            return forward(single, 0, BatchPlan.CANONICAL, (output, input) -> reading.holdsNaN(output, input, region));
        }
    }

    @Override
    public Optional<RegionGradients> gradients(Image image, RegionOfInterest region) {
        if (!region.fitsIn(image.height(), image.width()) || image.channels() != description.channels()) {
            throw new IllegalArgumentException(
                    "gradients: " + region + " of " + image.height() + "x" + image.width() + "x" + image.channels());
        }
        return TorchScriptGradients.open(this, image, region).map(gradients -> gradients);
    }

    @Override
    public Instrumentation components(Image image) {
        return components.of(this, module, image);
    }

    /** The most images of a size in one forward pass. */
    int mostImages(Image image) {
        return Math.min(largestBatch, Math.max(1, MAX_BATCH_PIXELS / (image.height() * image.width())));
    }

    /** How images of a size are run fastest: known from interventions on blocks, or found out now. */
    BatchPlan plan(Image image) {
        int most = mostImages(image);
        WarmUp.Trial trial = (from, plan) -> {
            try (Batch batch = copies(image, most)) {
                return forward(batch, from, plan, everything(image));
            }
        };
        return plans.plan((long) image.height() * image.width(), most, trial, BatchPlans.LIMIT);
    }

    /** The target class's probabilities in the region, of outputs that the model's twin gave. */
    float[] probabilities(NDList outputs, Shape input, RegionOfInterest region) throws ModelRejectedException {
        return reading.probabilities(outputs, input, region);
    }

    /** The same, with the way back. */
    NDArray differentiable(NDList outputs, Shape input, RegionOfInterest region) throws ModelRejectedException {
        return reading.differentiable(outputs, input, region);
    }

    /** Whether a gradient once came back from this model. */
    boolean differentiates() {
        return differentiates;
    }

    void foundToDifferentiate() {
        differentiates = true;
    }

    /** Explanations do without gradients then, at the price of more draws: to be known once, not with every case. */
    void tellOfGradientsWithoutMemory(Image image) {
        if (!toldOfMemory.getAndSet(true)) {
            LOG.warn(
                    "no memory for gradients: explaining without their predictions, which takes more forward passes"
                            + " model={} height={} width={}",
                    description.id(),
                    image.height(),
                    image.width());
        }
    }

    /** A scope for tensors on the model's device, closed after use. */
    NDManager scope() {
        return module.scope();
    }

    /** The target class's probabilities in the region as a tensor, with the way back to an input that needs gradients. */
    NDArray differentiable(NDArray input, RegionOfInterest region) throws ModelRejectedException {
        return reading.differentiable(module.runForGradients(input), input.getShape(), region);
    }

    /** Copies of an image that nothing is done to. */
    Batch copies(Image image, int slots) {
        return batches.untouched(image, slots);
    }

    /** The target class's probabilities in the region of the image as it is, run by itself. */
    float[] alone(Image image, RegionOfInterest region) throws ModelRejectedException {
        try (Batch single = copies(image, 1)) {
            return forward(single, 0, BatchPlan.CANONICAL, region);
        }
    }

    /**
     * One forward pass: the target class's probabilities in the region, [images, region height, region width].
     *
     * @param from the first image of the batch that is run
     * @param plan how many, and in what layout
     * @throws OutOfNativeMemoryException when there is no memory for that many
     */
    float[] forward(Batch batch, int from, BatchPlan plan, RegionOfInterest region) throws ModelRejectedException {
        return forward(batch, from, plan, (output, input) -> reading.probabilities(output, input, region));
    }

    /** What a forward pass is made for. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(NDList output, Shape input) throws ModelRejectedException;
    }

    private <T> T forward(Batch batch, int from, BatchPlan plan, Reading<T> wanted) throws ModelRejectedException {
        try (NDManager scope = module.scope()) {
            NDArray input = batch.images(scope, from, plan.images());
            checkInput(input.getShape());
            return wanted.of(module.run(input, plan.layout()), input.getShape());
        } catch (EngineException | UnsupportedOperationException e) {
            throw rejected(e, batch.shape());
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private void checkWhole(Image image) throws ModelRejectedException {
        ModelDescription.InputSize size = description.inputSize().orElse(null);
        if (size != null && (image.height() != size.height() || image.width() != size.width())) {
            throw wrongSize(image.height(), image.width());
        }
    }

    /** Another number of channels, or a larger image, would fail inside libtorch, which then keeps the input forever. */
    private void checkInput(Shape shape) throws ModelRejectedException {
        if (shape.get(1) != description.channels()) {
            throw new ModelRejectedException(
                    "the image has " + shape.get(1) + " channels, the model takes " + description.channels());
        }
        if (description.inputSize().isPresent()) {
            ModelDescription.InputSize size = description.inputSize().get();
            if (shape.get(2) > size.height() || shape.get(3) > size.width()) {
                throw wrongSize(shape.get(2), shape.get(3));
            }
        }
    }

    private ModelRejectedException wrongSize(long height, long width) {
        ModelDescription.InputSize size = description.inputSize().orElseThrow();
        return new ModelRejectedException(
                "the image is " + height + "x" + width + ", the model takes " + size.height() + "x" + size.width());
    }

    static ModelRejectedException rejected(RuntimeException failure, Shape shape) {
        String line =
                "the model failed on a " + shape.get(2) + "x" + shape.get(3) + " image: " + EngineMessage.of(failure);
        return OutOfNativeMemoryException.isSaidBy(failure)
                ? new OutOfNativeMemoryException(line, failure)
                : new ModelRejectedException(line, failure);
    }

    private static RegionOfInterest everything(Image image) {
        return new RegionOfInterest(0, 0, image.height(), image.width());
    }
}
