package io.limen.explainer.application.stream;

import io.limen.explainer.application.ImageDecoder;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import java.util.Arrays;

/** Decodes one byte: the side of a square picture whose upper half is bright, or no picture when it is 0. */
public final class FakeDecoder implements ImageDecoder {

    static byte[] square(int side) {
        return new byte[] {(byte) side};
    }

    @Override
    public Image image(byte[] encoded) throws UnreadableImageException {
        int side = side(encoded);
        float[] pixels = new float[3 * side * side];
        for (int channel = 0; channel < 3; channel++) {
            Arrays.fill(pixels, channel * side * side, channel * side * side + side * side / 2, 1);
        }
        return new Image(side, side, 3, pixels);
    }

    @Override
    public Mask mask(byte[] encoded) throws UnreadableImageException {
        int side = side(encoded);
        return new Mask(side, side, new boolean[side * side]);
    }

    private static int side(byte[] encoded) throws UnreadableImageException {
        if (encoded[0] == 0) {
            throw new UnreadableImageException("not a picture");
        }
        return encoded[0];
    }
}
