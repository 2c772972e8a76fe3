package io.limen.explainer.adapter.djl;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the network answers to donor images in the region, read on the way. Owned by one thread. */
final class DonorAnswers {

    private static final float[] NONE = new float[0];

    private final TorchNetwork model;
    private final RegionOfInterest region;
    private final Map<Integer, float[]> known = new HashMap<>();

    DonorAnswers(TorchNetwork model, RegionOfInterest region) {
        this.model = model;
        this.region = region;
    }

    /**
     * Reads the answers to some donors. One that the network has no answer to may still donate what it is further in front.
     *
     * @param first the first donor's number
     * @param outputs as the model returns them
     */
    void read(int first, List<Image> donors, NDList outputs) {
        Image one = donors.get(0);
        Shape shape = new Shape(donors.size(), one.channels(), one.height(), one.width());
        int area = region.bounds().area();
        try {
            float[] all = model.probabilities(outputs, shape, region);
            for (int i = 0; i < donors.size(); i++) {
                known.put(first + i, Arrays.copyOfRange(all, i * area, (i + 1) * area));
            }
        } catch (ModelRejectedException unanswered) {
            for (int i = 0; i < donors.size(); i++) {
                known.put(first + i, NONE);
            }
        }
    }

    /** Whether the donor was run. */
    boolean knows(int donor) {
        return known.containsKey(donor);
    }

    /** The region's probabilities, [height x width]. @throws ModelRejectedException when the network has none */
    float[] of(int donor) throws ModelRejectedException {
        float[] answer = known.getOrDefault(donor, NONE);
        if (answer.length == 0) {
            throw new ModelRejectedException("the model has no answer to a donor image");
        }
        return answer;
    }
}
