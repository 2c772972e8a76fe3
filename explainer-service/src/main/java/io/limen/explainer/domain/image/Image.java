package io.limen.explainer.domain.image;

/**
 * An image with float channels, before a model's normalisation.
 *
 * @param height rows, 1 or more
 * @param width columns, 1 or more
 * @param channels 1 (gray) or 3 (RGB)
 * @param pixels values in [0,1], [channels, height, width], row-major; not copied, for an image is large: whoever
 *     makes an image gives its array away
 */
public record Image(int height, int width, int channels, float[] pixels) {

    public Image {
        if (height < 1 || width < 1 || !(channels == 1 || channels == 3)) {
            throw new IllegalArgumentException("Image: " + height + "x" + width + "x" + channels);
        }
        if (pixels.length != channels * height * width) {
            throw new IllegalArgumentException("Image: " + pixels.length + " values for " + height + "x" + width);
        }
    }

    /** The value in [0,1] of one channel of one pixel. */
    public float at(int channel, int y, int x) {
        return pixels[(channel * height + y) * width + x];
    }

    /** A part of the image, copied. */
    public Image crop(Window window) {
        if (!window.fitsIn(height, width)) {
            throw new IllegalArgumentException("crop: " + window + " of " + height + "x" + width);
        }
        float[] part = new float[channels * window.area()];
        for (int line = 0; line < channels * window.height(); line++) {
            int row = line / window.height() * height + window.y() + line % window.height();
            System.arraycopy(pixels, row * width + window.x(), part, line * window.width(), window.width());
        }
        return new Image(window.height(), window.width(), channels, part);
    }

    /**
     * The image inside a window and other values everywhere else.
     *
     * @param surroundings as {@link #pixels}, of any values; taken over
     */
    public Image surroundedBy(float[] surroundings, Window kept) {
        for (int channel = 0; channel < channels; channel++) {
            for (int row = kept.y(); row < kept.bottom(); row++) {
                int start = (channel * height + row) * width + kept.x();
                System.arraycopy(pixels, start, surroundings, start, kept.width());
            }
        }
        return new Image(height, width, channels, surroundings);
    }
}
