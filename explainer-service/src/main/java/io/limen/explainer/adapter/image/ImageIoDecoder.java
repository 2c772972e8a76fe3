package io.limen.explainer.adapter.image;

import io.limen.explainer.application.ImageDecoder;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import java.awt.image.BufferedImage;

/**
 * Decodes PNG, JPEG (CMYK too), GIF, BMP and TIFF: gray, palette, RGB, with or without alpha, 1 to 16 bit. Values are
 * taken as they are stored (sRGB, not linear light); transparency is dropped; of several pictures in a file the first
 * counts. EXIF orientation is not applied: masks are drawn on the pixels as stored.
 */
public final class ImageIoDecoder implements ImageDecoder {

    private final EncodedImage.Reader reader;

    /** @param limits what is decoded at all */
    public ImageIoDecoder(ImageLimits limits) {
        this.reader = new EncodedImage.Reader(limits);
    }

    @Override
    public Image image(byte[] encoded) throws UnreadableImageException {
        BufferedImage decoded = reader.read(encoded).pixels();
        int height = decoded.getHeight();
        int width = decoded.getWidth();
        float[] pixels = new float[3 * height * width];
        RowReader rows = RowReader.of(decoded);
        float[] row = new float[width];
        for (int y = 0; y < height; y++) {
            for (int channel = 0; channel < 3; channel++) {
                rows.read(y, channel, row);
                System.arraycopy(row, 0, pixels, (channel * height + y) * width, width);
            }
        }
        return new Image(height, width, 3, pixels);
    }

    /**
     * Foreground where any channel is not 0; in a JPEG where it is at least one half, for compression leaves a seam of
     * small values around every edge.
     */
    @Override
    public Mask mask(byte[] encoded) throws UnreadableImageException {
        EncodedImage image = reader.read(encoded);
        BufferedImage decoded = image.pixels();
        float least = image.format().lossy() ? 0.5f : Float.MIN_VALUE;
        int width = decoded.getWidth();
        boolean[] foreground = new boolean[decoded.getHeight() * width];
        RowReader rows = RowReader.of(decoded);
        float[] row = new float[width];
        for (int y = 0; y < decoded.getHeight(); y++) {
            for (int channel = 0; channel < 3; channel++) {
                rows.read(y, channel, row);
                for (int x = 0; x < width; x++) {
                    foreground[y * width + x] |= row[x] >= least;
                }
            }
        }
        return new Mask(decoded.getHeight(), width, foreground);
    }
}
