package io.limen.producer.adapter.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Reads the samples of an image as they are stored. {@link BufferedImage#getRGB} would push gray through a gamma curve
 * and RGB through an ICC profile; models are trained on stored values (as Pillow and OpenCV give them). Alpha is left out.
 */
final class StoredSamples {

    private StoredSamples() {}

    /** 0xRRGGBB, [height, width], row-major; 16-bit samples are divided by 257 and rounded. */
    static int[] rgb(BufferedImage image) throws UnusableFile {
        int width = image.getWidth();
        int height = image.getHeight();
        if (!hasOwnSamples(image.getColorModel())) {
            return image.getRGB(0, 0, width, height, null, 0, width);
        }
        int scale = scaleTo8Bit(image.getColorModel());
        Raster raster = image.getRaster();
        int bands = raster.getNumBands();
        int green = image.getColorModel().getNumColorComponents() == 1 ? 0 : 1;
        int[] rgb = new int[width * height];
        int[] row = new int[width * bands];
        for (int y = 0; y < height; y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int at = x * bands;
                rgb[y * width + x] = to8Bit(row[at], scale) << 16
                        | to8Bit(row[at + green], scale) << 8
                        | to8Bit(row[at + 2 * green], scale);
            }
        }
        return rgb;
    }

    /** The largest colour sample of each pixel, 0 where the pixel is transparent, [height, width], row-major. */
    static int[] largest(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] argb = hasOwnSamples(image.getColorModel()) ? null : image.getRGB(0, 0, width, height, null, 0, width);
        int[] samples = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                samples[i] = argb == null ? largestOf(image, x, y) : largestOf(argb[i]);
            }
        }
        return samples;
    }

    /** The class of each pixel: its number in the palette where there is one, else its sample, [height, width], row-major. */
    static int[] labels(BufferedImage image) {
        if (!(image.getColorModel() instanceof IndexColorModel)) {
            return largest(image);
        }
        Raster raster = image.getRaster();
        return raster.getSamples(
                raster.getMinX(), raster.getMinY(), image.getWidth(), image.getHeight(), 0, (int[]) null);
    }

    private static int largestOf(BufferedImage image, int x, int y) {
        Raster raster = image.getRaster();
        int colours = image.getColorModel().getNumColorComponents();
        int rx = raster.getMinX() + x;
        int ry = raster.getMinY() + y;
        if (raster.getNumBands() > colours && raster.getSample(rx, ry, colours) == 0) {
            return 0;
        }
        int largest = 0;
        for (int band = 0; band < colours; band++) {
            largest = Math.max(largest, raster.getSample(rx, ry, band));
        }
        return largest;
    }

    private static int largestOf(int argb) {
        if (argb >>> 24 == 0) {
            return 0;
        }
        return Math.max(argb >> 16 & 0xFF, Math.max(argb >> 8 & 0xFF, argb & 0xFF));
    }

    private static boolean hasOwnSamples(ColorModel model) {
        int type = model.getColorSpace().getType();
        return model instanceof ComponentColorModel
                && (type == ColorSpace.TYPE_GRAY && model.getNumColorComponents() == 1
                        || type == ColorSpace.TYPE_RGB && model.getNumColorComponents() == 3);
    }

    private static int scaleTo8Bit(ColorModel model) throws UnusableFile {
        return switch (model.getTransferType()) {
            case DataBuffer.TYPE_BYTE -> 1;
            case DataBuffer.TYPE_USHORT -> 257;
            default -> throw new UnusableFile("samples of another kind than 8 or 16 bit unsigned");
        };
    }

    private static int to8Bit(int sample, int scale) {
        return (sample + scale / 2) / scale;
    }
}
