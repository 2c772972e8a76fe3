package io.limen.aggregator.adapter.dashboard.cases;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture that came with a case, decoded and written anew: the browser gets pixels and nothing else that somebody put into the
 * file. What is too large, or no PNG or JPEG, is no picture.
 */
final class CasePicture {

    /** As a record may carry by its contract. */
    static final int MOST_BYTES = 512 * 1024;

    /** 2048 x 2048. */
    static final long MOST_PIXELS = 4L * 1024 * 1024;

    /** Each is a pass over all pixels of a JPEG; a progressive one has about ten. */
    private static final int MOST_SCANS = 32;

    private static final Set<String> FORMATS = Set.of("png", "jpeg");
    private static final int MARKER = 0xFF;
    private static final int START_OF_SCAN = 0xDA;

    private CasePicture() {}

    /** PNG, 8 bit per channel; empty when the bytes are no picture that is shown. */
    static Optional<byte[]> png(ByteBuffer encoded) {
        return decoded(encoded).flatMap(picture -> written(picture));
    }

    /** PNG, white where the mask is foreground and black elsewhere: in the mask's own file any value but 0 is foreground. */
    static Optional<byte[]> maskPng(ByteBuffer encoded) {
        return decoded(encoded).flatMap(mask -> {
            BufferedImage shown = new BufferedImage(mask.getWidth(), mask.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
            int[] sample = new int[mask.getRaster().getNumBands()];
            for (int y = 0; y < mask.getHeight(); y++) {
                for (int x = 0; x < mask.getWidth(); x++) {
                    mask.getRaster().getPixel(x, y, sample);
                    shown.setRGB(x, y, sample[0] == 0 ? 0xFF000000 : 0xFFFFFFFF);
                }
            }
            return encoded(shown);
        });
    }

    private static Optional<BufferedImage> decoded(ByteBuffer encoded) {
        if (encoded.remaining() > MOST_BYTES) {
            return Optional.empty();
        }
        byte[] bytes = new byte[encoded.remaining()];
        encoded.duplicate().get(bytes);
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            return readers.hasNext() ? decoded(readers.next(), input, bytes) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // a decoder that stumbles over hostile bytes throws what it likes
            return Optional.empty();
        }
    }

    private static Optional<BufferedImage> decoded(ImageReader reader, ImageInputStream input, byte[] bytes)
            throws IOException {
        try {
            String format = reader.getFormatName().toLowerCase(Locale.ROOT);
            if (!FORMATS.contains(format) || format.equals("jpeg") && scans(bytes) > MOST_SCANS) {
                return Optional.empty();
            }
            reader.setInput(input, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            return pixels > 0 && pixels <= MOST_PIXELS ? Optional.of(reader.read(0)) : Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    private static int scans(byte[] bytes) {
        int scans = 0;
        for (int at = 1; at < bytes.length; at++) {
            if ((bytes[at - 1] & 0xFF) == MARKER && (bytes[at] & 0xFF) == START_OF_SCAN) {
                scans++;
            }
        }
        return scans;
    }

    private static Optional<byte[]> written(BufferedImage picture) {
        BufferedImage plain = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = plain.createGraphics();
        canvas.drawImage(picture, 0, 0, null);
        canvas.dispose();
        return encoded(plain);
    }

    private static Optional<byte[]> encoded(BufferedImage picture) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try (ImageOutputStream output = new MemoryCacheImageOutputStream(png)) {
            ImageIO.write(picture, "png", output);
        } catch (IOException e) {
            throw new UncheckedIOException("a picture in memory cannot be written", e);
        }
        return Optional.of(png.toByteArray());
    }
}
