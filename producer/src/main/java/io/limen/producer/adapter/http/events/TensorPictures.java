package io.limen.producer.adapter.http.events;

import io.limen.producer.domain.image.ForegroundRule;
import io.limen.producer.domain.image.Mask;
import io.limen.producer.domain.image.Pixels;
import java.util.Arrays;

/**
 * Makes pictures of tensors. What was normalised can't be undone: an image is 0 to 255, or 0 to 1.
 *
 * @param threshold least probability of the foreground, above 0 and below 1
 */
record TensorPictures(double threshold) {

    private static final int COLOURS = 3;
    private static final int MOST = 255;

    TensorPictures {
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException("threshold: " + threshold);
        }
    }

    /** Height, width, channel or channel, height, width, or neither with a batch of 1 in front; 1 or 3 channels. */
    Pixels image(Tensor given) throws UnusableEventException {
        Tensor tensor = given.squeezed(COLOURS);
        int[] shape = tensor.shape();
        if (shape.length == 2) {
            return pixels(tensor, new Layout(shape[0], shape[1], 1, false));
        }
        if (shape.length == COLOURS && isColours(shape[2])) {
            return pixels(tensor, new Layout(shape[0], shape[1], shape[2], false));
        }
        if (shape.length == COLOURS && isColours(shape[0])) {
            return pixels(tensor, new Layout(shape[1], shape[2], shape[0], true));
        }
        throw new UnusableEventException("a tensor " + given + "; one image of 1 or 3 channels is understood");
    }

    private static boolean isColours(int length) {
        return length == 1 || length == COLOURS;
    }

    private record Layout(int height, int width, int channels, boolean channelFirst) {

        int index(int y, int x, int channel) {
            int colour = channels == 1 ? 0 : channel;
            return channelFirst ? (colour * height + y) * width + x : (y * width + x) * channels + colour;
        }
    }

    private static Pixels pixels(Tensor tensor, Layout layout) throws UnusableEventException {
        double most = tensor.most();
        if (!(tensor.least() >= 0 && most <= MOST) || most > 1 && !tensor.isWhole()) {
            throw new UnusableEventException("an image " + tensor
                    + "; whole numbers of 0 to 255, or shares of 0 to 1, are understood, nothing that was normalised");
        }
        double scale = most > 1 ? 1 : MOST;
        int[] rgb = new int[layout.height() * layout.width()];
        for (int y = 0; y < layout.height(); y++) {
            for (int x = 0; x < layout.width(); x++) {
                int pixel = 0;
                for (int channel = 0; channel < COLOURS; channel++) {
                    pixel = pixel << 8 | (int) Math.round(tensor.values()[layout.index(y, x, channel)] * scale);
                }
                rgb[y * layout.width() + x] = pixel;
            }
        }
        return new Pixels(layout.width(), layout.height(), rgb);
    }

    /** Height, width, with axes of length 1 in front or behind; probabilities, labels, or 0 to 255. */
    Mask mask(Tensor given) throws UnusableEventException {
        int[] planes = Arrays.stream(given.shape()).filter(length -> length > 1).toArray();
        int[] shape = planes.length == 2 ? planes : given.squeezed(2).shape();
        if (shape.length != 2 || !(given.least() >= 0)) {
            throw new UnusableEventException(
                    "a mask " + given + "; one plane of probabilities or labels is understood, no scores");
        }
        if (given.most() <= 1) {
            boolean[] foreground = new boolean[given.values().length];
            for (int i = 0; i < foreground.length; i++) {
                foreground[i] = given.values()[i] > threshold;
            }
            return new Mask(shape[1], shape[0], foreground);
        }
        if (!given.isWhole()) {
            throw new UnusableEventException("a mask " + given + "; probabilities are 0 to 1, labels whole numbers");
        }
        int[] labels =
                Arrays.stream(given.values()).mapToInt(value -> (int) value).toArray();
        return ForegroundRule.of(labels).apply(shape[1], shape[0], labels);
    }
}
