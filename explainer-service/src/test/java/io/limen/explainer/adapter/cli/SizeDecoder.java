package io.limen.explainer.adapter.cli;

import io.limen.explainer.application.ImageDecoder;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a text such as {@code 48x32} for an image of that width and height; as a mask it may have its first pixel set. */
final class SizeDecoder implements ImageDecoder {

    private static final Pattern SIZE = Pattern.compile("(\\d+)x(\\d+)( first pixel)?");

    @Override
    public Image image(byte[] encoded) throws UnreadableImageException {
        Matcher size = size(encoded);
        int width = Integer.parseInt(size.group(1));
        int height = Integer.parseInt(size.group(2));
        return new Image(height, width, 3, new float[3 * height * width]);
    }

    @Override
    public Mask mask(byte[] encoded) throws UnreadableImageException {
        Image image = image(encoded);
        boolean[] foreground = new boolean[image.height() * image.width()];
        foreground[0] = size(encoded).group(3) != null;
        return new Mask(image.height(), image.width(), foreground);
    }

    private static Matcher size(byte[] encoded) throws UnreadableImageException {
        Matcher size = SIZE.matcher(new String(encoded, StandardCharsets.UTF_8));
        if (!size.matches()) {
            throw new UnreadableImageException("not an image");
        }
        return size;
    }
}
