package io.limen.explainer.application.evaluate.method;

import io.limen.explainer.application.ImageProbe;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Passes of images that are made one batch at a time. Owned by one thread, closed after use. */
public final class ScoredImages implements AutoCloseable {

    private final ImageProbe probe;
    private final int values;

    /** @param like of the size of all images */
    public ScoredImages(SegmentationModel model, Image like, RegionOfInterest region) {
        this.probe = model.images(like, region);
        this.values = region.bounds().area();
    }

    /** Told of every image, in their order. */
    @FunctionalInterface
    public interface Observer {

        /**
         * @param position of the image
         * @param probabilities of a batch, [images, region height, region width]
         * @param slot which of the batch it is
         */
        void observe(int position, float[] probabilities, int slot);
    }

    /**
     * Runs images 0 to {@code count} - 1.
     *
     * @param images makes one when its turn comes
     * @throws InterruptedException when the thread is interrupted; noticed between batches
     */
    public void run(int count, IntFunction<Image> images, Observer observer)
            throws ModelRejectedException, InterruptedException {
        for (int from = 0; from < count; from += probe.batchSize()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            int to = Math.min(count, from + probe.batchSize());
            List<Image> batch = new ArrayList<>();
            for (int i = from; i < to; i++) {
                batch.add(images.apply(i));
            }
            float[] probabilities = probe.regionProbabilities(batch);
            for (int i = from; i < to; i++) {
                observer.observe(i, probabilities, i - from);
            }
        }
    }

    /** One image's probabilities in the region's bounds. */
    public float[] one(Image image) throws ModelRejectedException, InterruptedException {
        float[] found = new float[values];
        run(1, any -> image, (position, probabilities, slot) -> System.arraycopy(probabilities, 0, found, 0, values));
        return found;
    }

    @Override
    public void close() {
        probe.close();
    }
}
