package io.limen.explainer.adapter.djl;

import ai.djl.ndarray.types.Shape;
import io.limen.explainer.domain.component.Component;
import java.util.Arrays;

/**
 * A component as it was seen to run.
 *
 * @param site its number
 * @param component what callers know of it; its shape is that of the whole image
 * @param channelsLast whether the last axis counts the channels, as in tokens, and not the one after the batch
 * @param axes of the output, the batch included
 */
record TappedComponent(int site, Component component, boolean channelsLast, int axes) {

    /** A shape that spreads one value per channel over all positions: [images, channels, 1, 1] or [images, 1, channels]. */
    Shape perChannel(long images) {
        long[] shape = new long[axes];
        Arrays.fill(shape, 1);
        shape[0] = images;
        shape[channelsLast ? axes - 1 : 1] = component.channels();
        return new Shape(shape);
    }
}
