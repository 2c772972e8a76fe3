package io.limen.explainer.domain.trait;

import io.limen.explainer.domain.image.Image;
import java.util.Map;

/**
 * What an image is like, whatever a model makes of it. Luma Y = 0.2126 R + 0.7152 G + 0.0722 B (ITU-R BT.709, section
 * 3.2), or the one channel of a gray image; N pixels.
 *
 * @param brightness mean of Y, in [0,1]
 * @param contrast twice the standard deviation of Y, in [0,1]: 0 for one even tone, 1 for half black and half white
 * @param saturation mean over the pixels of the greatest minus the smallest of R, G and B, in [0,1]; 0 for a gray image
 * @param sharpness square root of the sum of squared differences of Y between vertical and horizontal neighbours over
 *     8 N Var Y, in [0,1]: the ratio of von Neumann (1941) in two dimensions, which brightness and contrast leave alone.
 *     0 for one even tone, near 0 for what changes slowly, near 0.71 for noise, near 1 for a chessboard
 */
public record InputTraits(double brightness, double contrast, double saturation, double sharpness) {

    private static final double RED = 0.2126;
    private static final double GREEN = 0.7152;
    private static final double BLUE = 0.0722;

    public InputTraits {
        Share.check(brightness, "brightness");
        Share.check(contrast, "contrast");
        Share.check(saturation, "saturation");
        Share.check(sharpness, "sharpness");
    }

    /** The traits of an image with values in [0,1]. Cost O(pixels): about a millisecond for 256x256. */
    public static InputTraits of(Image image) {
        double[] luma = luma(image);
        double mean = 0;
        for (double value : luma) {
            mean += value / luma.length;
        }
        double squares = 0;
        for (double value : luma) {
            squares += (value - mean) * (value - mean);
        }
        double differences = differences(luma, image.width());
        return new InputTraits(
                Share.rounded(mean),
                Share.rounded(2 * Math.sqrt(squares / luma.length)),
                Share.rounded(saturation(image)),
                differences == 0 ? 0 : Share.rounded(Math.sqrt(differences / (8 * squares))));
    }

    /** By the names that travel. */
    public Map<String, Double> byName() {
        return Map.of("brightness", brightness, "contrast", contrast, "saturation", saturation, "sharpness", sharpness);
    }

    private static double[] luma(Image image) {
        int pixels = image.height() * image.width();
        double[] luma = new double[pixels];
        for (int i = 0; i < pixels; i++) {
            luma[i] = image.channels() == 1
                    ? image.pixels()[i]
                    : RED * image.pixels()[i]
                            + GREEN * image.pixels()[pixels + i]
                            + BLUE * image.pixels()[2 * pixels + i];
        }
        return luma;
    }

    /** Sum of squared differences between each pixel and its right and lower neighbour. */
    private static double differences(double[] luma, int width) {
        double sum = 0;
        for (int i = 0; i < luma.length; i++) {
            double right = (i + 1) % width == 0 ? 0 : luma[i + 1] - luma[i];
            double down = i + width >= luma.length ? 0 : luma[i + width] - luma[i];
            sum += right * right + down * down;
        }
        return sum;
    }

    private static double saturation(Image image) {
        if (image.channels() == 1) {
            return 0;
        }
        int pixels = image.height() * image.width();
        double sum = 0;
        for (int i = 0; i < pixels; i++) {
            float red = image.pixels()[i];
            float green = image.pixels()[pixels + i];
            float blue = image.pixels()[2 * pixels + i];
            sum += Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
        }
        return sum / pixels;
    }
}
