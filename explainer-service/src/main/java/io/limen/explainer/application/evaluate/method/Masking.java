package io.limen.explainer.application.evaluate.method;

import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.image.Window;
import java.util.Arrays;

/**
 * Dims an image everywhere but in its region.
 *
 * @param image what is dimmed
 * @param region what is always seen
 */
record Masking(Image image, RegionOfInterest region) {

    /** The mask with the region at 1. The array is changed. @param mask [height, width] */
    float[] keepingRegion(float[] mask) {
        for (Window run : region.runs()) {
            for (int y = run.y(); y < run.bottom(); y++) {
                Arrays.fill(mask, y * image.width() + run.x(), y * image.width() + run.right(), 1);
            }
        }
        return mask;
    }

    /** The image times the mask. @param mask [height, width], values in [0,1] */
    Image masked(float[] mask) {
        float[] pixels = image.pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] *= mask[i % mask.length];
        }
        return new Image(image.height(), image.width(), image.channels(), pixels);
    }

    /**
     * What each value of the mask does to the masked image's score; nothing in the region, which is seen whatever the mask says.
     *
     * @param gradient of the score by the masked image's pixels
     */
    double[] byMask(float[] gradient) {
        double[] derivative = new double[image.height() * image.width()];
        for (int i = 0; i < gradient.length; i++) {
            derivative[i % derivative.length] += (double) gradient[i] * image.pixels()[i];
        }
        for (Window run : region.runs()) {
            for (int y = run.y(); y < run.bottom(); y++) {
                Arrays.fill(derivative, y * image.width() + run.x(), y * image.width() + run.right(), 0);
            }
        }
        return derivative;
    }
}
