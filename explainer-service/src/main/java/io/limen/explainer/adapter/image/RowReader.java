package io.limen.explainer.adapter.image;

import io.limen.explainer.application.ImageDecoder.UnreadableImageException;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Rows of stored values in [0,1]. Java's own conversion to RGB would brighten gray images, for it takes gray as linear
 * light: so samples are read as they are, and only palettes go through their table.
 */
@FunctionalInterface
interface RowReader {

    /**
     * @param y row
     * @param channel 0 red, 1 green, 2 blue
     * @param row filled with values in [0,1]
     */
    void read(int y, int channel, float[] row);

    static RowReader of(BufferedImage image) throws UnreadableImageException {
        ColorModel colours = image.getColorModel();
        if (colours instanceof IndexColorModel palette) {
            return palette(image.getRaster(), palette);
        }
        int type = image.getRaster().getTransferType();
        if (type != DataBuffer.TYPE_BYTE && type != DataBuffer.TYPE_USHORT && type != DataBuffer.TYPE_INT) {
            throw new UnreadableImageException("the image's values are not unsigned integers of up to 16 bit");
        }
        return switch (colours.getNumColorComponents()) {
            case 1 -> samples(image.getRaster(), colours, 0);
            case 3 -> samples(image.getRaster(), colours, 1);
            default ->
                throw new UnreadableImageException(
                        "the image has " + colours.getNumColorComponents() + " colour channels, neither gray nor RGB");
        };
    }

    private static RowReader samples(Raster raster, ColorModel colours, int bandsPerChannel) {
        return (y, channel, row) -> {
            int band = channel * bandsPerChannel;
            float full = (1L << colours.getComponentSize(band)) - 1;
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, row.length, 1, band, row);
            for (int x = 0; x < row.length; x++) {
                row[x] /= full;
            }
        };
    }

    private static RowReader palette(Raster raster, IndexColorModel palette) {
        return (y, channel, row) -> {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, row.length, 1, 0, row);
            for (int x = 0; x < row.length; x++) {
                int index = Math.min((int) row[x], palette.getMapSize() - 1);
                row[x] = (palette.getRGB(index) >> (16 - 8 * channel) & 0xFF) / 255f;
            }
        };
    }
}
