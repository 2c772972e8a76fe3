package io.limen.producer.domain.pairing;

import java.util.List;
import java.util.Objects;

/**
 * An image's file with the masks that bear its name.
 *
 * @param image the image's file name, relative to the folder of the data set
 * @param masks file names of the masks; more than one is a mistake of the folder's owner
 * @param predictions file names of the deployed model's masks
 */
public record PairedFile(String image, List<String> masks, List<String> predictions) {

    public PairedFile {
        Objects.requireNonNull(image, "image");
        masks = List.copyOf(masks);
        predictions = List.copyOf(predictions);
    }
}
