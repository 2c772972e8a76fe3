package io.limen.explainer.application;

import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.util.List;

/** One image after the other. */
record SingleImages(SegmentationModel model, RegionOfInterest region) implements ImageProbe {

    @Override
    public int batchSize() {
        return 1;
    }

    @Override
    public float[] regionProbabilities(List<Image> images) throws ModelRejectedException {
        int area = region.bounds().area();
        float[] all = new float[images.size() * area];
        for (int i = 0; i < images.size(); i++) {
            float[] part = model.segment(images.get(i)).crop(region).probabilities();
            System.arraycopy(part, 0, all, i * area, area);
        }
        return all;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
