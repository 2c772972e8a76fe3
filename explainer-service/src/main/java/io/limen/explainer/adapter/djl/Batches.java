package io.limen.explainer.adapter.djl;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.limen.explainer.application.ModelDescription.Normalisation;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.intervention.PatchBank;
import java.nio.FloatBuffer;
import java.util.List;

/** Makes the batches of one model: on the GPU when it runs on one, else in the process's own memory. */
final class Batches {

    private static final String NO_PATCHES = "0".repeat(64);

    private final TorchModule module;
    private final Normalisation normalisation;
    private final BatchMemory memory = new BatchMemory();

    Batches(TorchModule module, Normalisation normalisation) {
        this.module = module;
        this.normalisation = normalisation;
    }

    /** So many copies of an image, or fewer when there is no memory for them, but one at least. */
    Batch make(Image image, PatchBank bank, int slots) {
        for (int fewer = slots; ; fewer /= 2) {
            try {
                return module.onGpu() ? onDevice(image, bank, fewer) : onHost(image, bank, fewer);
            } catch (OutOfMemoryError | ai.djl.engine.EngineException e) {
                boolean full = e instanceof OutOfMemoryError || OutOfNativeMemoryException.isSaidBy(e);
                if (!full || fewer == 1) {
                    throw e;
                }
            }
        }
    }

    /** Copies of an image that nothing is done to, in the process's own memory. */
    Batch untouched(Image image, int slots) {
        float[] nothing = new float[image.channels()];
        return onHost(image, new PatchBank(1, image.channels(), List.of(nothing), NO_PATCHES), slots);
    }

    /** Images of one size as they are, at least one. */
    Batch of(List<Image> images) {
        return new GivenImages(images, normalisation);
    }

    Batch onHost(Image image, PatchBank bank, int slots) {
        BatchBuffer buffer = new BatchBuffer(image, normalisation, memory.take(image, slots), slots);
        return new HostBatch(buffer, shape(image, slots), memory, bank);
    }

    Batch onDevice(Image image, PatchBank bank, int slots) {
        float[] base = image.pixels().clone();
        Normalising.planes(base, image.channels(), normalisation);
        FloatBuffer patches = FloatBuffer.allocate(bank.size() * bank.patches().get(0).length);
        for (float[] patch : bank.patches()) {
            float[] normalised = patch.clone();
            Normalising.planes(normalised, bank.channels(), normalisation);
            patches.put(normalised);
        }
        NDManager manager = module.scope();
        try {
            return new DeviceBatch(manager, base, patches.flip(), shape(image, slots), bank);
        } catch (RuntimeException | Error e) {
            manager.close();
            throw e;
        }
    }

    private static Shape shape(Image image, int slots) {
        return new Shape(slots, image.channels(), image.height(), image.width());
    }
}
