package io.limen.explainer.adapter.djl;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.lang.ref.Reference;
import java.time.Duration;

/**
 * A model's forward passes: what goes in is checked, what comes out is read, what fails is told in a line. Any number of threads
 * may run it: a forward pass only reads the weights.
 */
final class TorchNetwork {

    /** Pixels in one forward pass beyond which a smaller batch is taken: activations need some hundred bytes a pixel. */
    private static final int MAX_BATCH_PIXELS = 1 << 22;

    private final TorchModule module;
    private final ModelDescription declared;
    private final int largestBatch;
    private final BatchPlans plans;
    private final FreePages freePages;
    private final Batches batches;
    private final InputCheck check;
    private final OutputReading reading;

    /**
     * @param declared what is known before the model ran
     * @param freePages of the process, which all of its networks share
     */
    TorchNetwork(
            TorchModule module, ModelDescription declared, int largestBatch, BatchPlans plans, FreePages freePages) {
        this.module = module;
        this.declared = declared;
        this.largestBatch = largestBatch;
        this.plans = plans;
        this.freePages = freePages;
        this.batches = new Batches(module, declared.normalisation());
        this.check = new InputCheck(declared);
        this.reading = new OutputReading(declared.output());
    }

    /** As declared, but once the model ran with the kind of output that was found. */
    ModelDescription description() {
        return new ModelDescription(
                declared.id(),
                declared.sha256(),
                declared.inputSize(),
                declared.channels(),
                declared.normalisation(),
                reading.output(),
                declared.threshold());
    }

    /** To be called when passes of an image ended. */
    void giveBackFreePages() {
        freePages.giveBack();
    }

    /** What makes its batches. */
    Batches batches() {
        return batches;
    }

    /** The most images of a size in one forward pass. */
    int mostImages(Image image) {
        return Math.min(largestBatch, Math.max(1, MAX_BATCH_PIXELS / (image.height() * image.width())));
    }

    /** How images of a size are run, as far as interventions on blocks have found out; nothing is measured, which would not be in the budget. */
    BatchPlan knownPlan(Image image) {
        return plan(
                image,
                mostImages(image),
                (from, plan) -> {
                    throw new IllegalStateException("nothing is to be measured");
                },
                Duration.ZERO);
    }

    /** The same, found out by a trial of one's own. */
    BatchPlan plan(Image image, int slots, WarmUp.Trial trial, Duration preparation) {
        return plans.plan((long) image.height() * image.width(), slots, trial, preparation);
    }

    /** The order of memory that images of any size were run in. */
    MemoryLayout usualLayout() {
        return plans.usualLayout();
    }

    /** A scope for tensors on the model's device, closed after use. */
    NDManager scope() {
        return module.scope();
    }

    /** Copies of an image that nothing is done to. */
    Batch copies(Image image, int slots) {
        return batches.untouched(image, slots);
    }

    /** @throws ModelRejectedException when an image has another size than the model takes */
    void checkWhole(Image image) throws ModelRejectedException {
        check.whole(image);
    }

    /** The target class's probabilities in the region of the image as it is, run by itself. */
    float[] alone(Image image, RegionOfInterest region) throws ModelRejectedException {
        try (Batch single = copies(image, 1)) {
            return forward(single, 0, BatchPlan.CANONICAL, region);
        }
    }

    /** Whether the image's output holds NaN in the region. */
    boolean givesNaN(Image image, RegionOfInterest region) throws ModelRejectedException {
        try (Batch single = copies(image, 1)) {
            return forward(single, 0, BatchPlan.CANONICAL, (output, input) -> reading.holdsNaN(output, input, region));
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
            check.batch(input.getShape());
            return wanted.of(module.run(input, plan.layout()), input.getShape());
        } catch (EngineException | UnsupportedOperationException e) {
            throw rejected(e, batch.shape());
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** The target class's probabilities in the region, of outputs that the model's twin gave. */
    float[] probabilities(NDList outputs, Shape input, RegionOfInterest region) throws ModelRejectedException {
        return reading.probabilities(outputs, input, region);
    }

    /** The same, with the way back. */
    NDArray differentiable(NDList outputs, Shape input, RegionOfInterest region) throws ModelRejectedException {
        return reading.differentiable(outputs, input, region);
    }

    /** The target class's probabilities in the region as a tensor, with the way back to an input that needs gradients. */
    NDArray differentiable(NDArray input, RegionOfInterest region) throws ModelRejectedException {
        return reading.differentiable(module.runForGradients(input), input.getShape(), region);
    }

    /** A failed forward pass, in a line. */
    static ModelRejectedException rejected(RuntimeException failure, Shape shape) {
        String line =
                "the model failed on a " + shape.get(2) + "x" + shape.get(3) + " image: " + EngineMessage.of(failure);
        return OutOfNativeMemoryException.rejection(line, failure);
    }
}
