package io.limen.explainer.domain.image;

import io.limen.explainer.domain.image.TriangleFilter.Line;

/**
 * Brings images and masks to a model's input size. Pixel centres lie at half coordinates, so that a resized image is not
 * shifted. An image of the wanted size is returned as it is.
 */
public final class Resampling {

    /** ITU-R BT.601 luma weights of red, green and blue, the ones that JPEG uses. */
    private static final float[] LUMINANCE = {0.299f, 0.587f, 0.114f};

    private Resampling() {}

    /**
     * An image of another size: bilinear when it grows, the same triangle filter widened to the step between samples
     * when it shrinks, so that every source pixel counts and fine texture does not alias.
     *
     * @param height rows wanted, pixels
     * @param width columns wanted, pixels
     * @return values within the range of the source's. Cost O(pixels x filter width), rows and columns apart
     */
    public static Image resize(Image image, int height, int width) {
        if (image.height() == height && image.width() == width) {
            return image;
        }
        TriangleFilter rows = new TriangleFilter(image.height(), height);
        TriangleFilter columns = new TriangleFilter(image.width(), width);
        float[] pixels = new float[image.channels() * height * width];
        float[] narrowed = new float[image.height() * width];
        for (int channel = 0; channel < image.channels(); channel++) {
            int source = channel * image.height() * image.width();
            for (int y = 0; y < image.height(); y++) {
                columns.apply(
                        image.pixels(), new Line(source + y * image.width(), 1), narrowed, new Line(y * width, 1));
            }
            for (int x = 0; x < width; x++) {
                rows.apply(narrowed, new Line(x, width), pixels, new Line(channel * height * width + x, width));
            }
        }
        return new Image(height, width, image.channels(), pixels);
    }

    /** A mask of another size: each pixel takes the value of the source pixel under its centre. */
    public static Mask resize(Mask mask, int height, int width) {
        if (mask.height() == height && mask.width() == width) {
            return mask;
        }
        boolean[] foreground = new boolean[height * width];
        for (int y = 0; y < height; y++) {
            int sourceRow = under(y, mask.height(), height) * mask.width();
            for (int x = 0; x < width; x++) {
                foreground[y * width + x] = mask.foreground()[sourceRow + under(x, mask.width(), width)];
            }
        }
        return new Mask(height, width, foreground);
    }

    /** The image with 1 channel (luminance) or 3 (gray repeated). */
    public static Image channels(Image image, int channels) {
        if (image.channels() == channels) {
            return image;
        }
        int area = image.height() * image.width();
        float[] pixels = new float[channels * area];
        for (int i = 0; i < area; i++) {
            if (channels == 1) {
                pixels[i] = luminance(image, i, area);
            } else {
                for (int channel = 0; channel < channels; channel++) {
                    pixels[channel * area + i] = image.pixels()[i];
                }
            }
        }
        return new Image(image.height(), image.width(), channels, pixels);
    }

    private static float luminance(Image image, int pixel, int area) {
        float sum = 0;
        for (int channel = 0; channel < LUMINANCE.length; channel++) {
            sum += LUMINANCE[channel] * image.pixels()[channel * area + pixel];
        }
        return sum;
    }

    /** The source index whose pixel holds the centre of the target pixel; (2t + 1) s / 2n in integers. */
    private static int under(int target, int sourceSize, int targetSize) {
        return (int) ((2L * target + 1) * sourceSize / (2L * targetSize));
    }
}
