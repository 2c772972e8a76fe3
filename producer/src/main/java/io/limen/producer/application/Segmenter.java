package io.limen.producer.application;

import io.limen.producer.domain.deployment.ModelVersion;
import io.limen.producer.domain.image.Mask;
import io.limen.producer.domain.image.Pixels;

/** Port: runs a model on an image that came without the model's mask. */
public interface Segmenter extends AutoCloseable {

    /** The model's mask, of the image's size. */
    Reading<Mask> segment(ModelVersion model, Pixels image);

    @Override
    void close();
}
