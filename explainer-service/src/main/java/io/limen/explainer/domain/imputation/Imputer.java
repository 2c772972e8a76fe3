package io.limen.explainer.domain.imputation;

import io.limen.explainer.domain.image.Image;

/** Puts something in the place of blocks. */
@FunctionalInterface
public interface Imputer {

    /**
     * The image without some of its blocks.
     *
     * @param image whole
     * @param removed positions among the treated blocks
     */
    Image without(Image image, int[] removed);
}
