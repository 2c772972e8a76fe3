package io.limen.explainer.application.stream;

import io.limen.explainer.application.ModelId;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.util.Optional;

/**
 * A case as it comes off the stream, its pictures still encoded.
 *
 * @param identity what tells it apart
 * @param model the model that segmented it
 * @param pictures its image and masks
 * @param targetClass index of the class that was segmented, 0 or more
 * @param region in pixels of the model's output; empty: it is chosen
 */
public record IncomingCase(
        CaseIdentity identity,
        ModelId model,
        EncodedPictures pictures,
        int targetClass,
        Optional<RegionOfInterest> region) {

    public IncomingCase {
        if (targetClass < 0) {
            throw new IllegalArgumentException("targetClass must be 0 or more: " + targetClass);
        }
    }

    /**
     * The pictures of a case as files.
     *
     * @param image the image the model was given
     * @param deployedMask the deployed model's mask, PNG of the image's size
     * @param groundTruth a human's mask, PNG of the image's size
     */
    public record EncodedPictures(ImageSource image, Optional<byte[]> deployedMask, Optional<byte[]> groundTruth) {}
}
