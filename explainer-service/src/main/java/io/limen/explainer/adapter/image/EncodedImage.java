package io.limen.explainer.adapter.image;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import io.limen.explainer.application.ImageDecoder.UnreadableImageException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** An image as ImageIO gives it, before it is a domain image. */
record EncodedImage(EncodedFormat format, BufferedImage pixels) {

    /** Reads encoded bytes within limits; everything happens in memory. */
    static final class Reader {

        private static final ImageReaderSpi JPEG = registerJpeg();

        private final ImageLimits limits;

        Reader(ImageLimits limits) {
            this.limits = limits;
        }

        EncodedImage read(byte[] encoded) throws UnreadableImageException {
            if (encoded.length > limits.maxBytes()) {
                throw new UnreadableImageException(
                        "the image file has " + encoded.length + " bytes, more than " + limits.maxBytes());
            }
            EncodedFormat format = EncodedFormat.of(encoded)
                    .orElseThrow(() -> new UnreadableImageException("not a PNG, JPEG, GIF, BMP or TIFF image"));
            return new EncodedImage(format, decode(encoded, format));
        }

        private BufferedImage decode(byte[] encoded, EncodedFormat format) throws UnreadableImageException {
            try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(encoded))) {
                ImageReader reader = readerFor(format);
                try {
                    reader.setInput(stream, true, true);
                    checkSize(reader.getHeight(0), reader.getWidth(0));
                    return readWhole(reader);
                } finally {
                    reader.dispose();
                }
            } catch (IOException | RuntimeException e) {
                // Decoders meet hostile bytes with any runtime exception: index, negative size, illegal argument.
                throw new UnreadableImageException(
                        "the " + format.imageIoName().toUpperCase(Locale.ROOT) + " image is damaged: " + firstLine(e),
                        e);
            }
        }

        private void checkSize(int height, int width) throws UnreadableImageException {
            if ((long) height * width > limits.maxPixels()) {
                throw new UnreadableImageException(
                        "the image has " + height + "x" + width + " pixels, more than " + limits.maxPixels());
            }
        }

        /** A JPEG that was cut short is completed in gray with a mere warning: here that is an error. */
        private static BufferedImage readWhole(ImageReader reader) throws IOException {
            StringBuilder truncation = new StringBuilder();
            reader.addIIOReadWarningListener((source, warning) -> {
                String text = warning.toLowerCase(Locale.ROOT);
                if (text.contains("premature") || text.contains("end of file") || text.contains("truncated")) {
                    truncation.append(warning);
                }
            });
            BufferedImage decoded = reader.read(0);
            if (!truncation.isEmpty()) {
                throw new IOException(truncation.toString());
            }
            return decoded;
        }

        private static ImageReader readerFor(EncodedFormat format) throws IOException {
            return format == EncodedFormat.JPEG
                    ? JPEG.createReaderInstance()
                    : ImageIO.getImageReadersByFormatName(format.imageIoName()).next();
        }

        /** Registered by hand: a plugin is only found when the right class loader asks first. */
        private static ImageReaderSpi registerJpeg() {
            ImageIO.setUseCache(false);
            JPEGImageReaderSpi provider = new JPEGImageReaderSpi();
            IIORegistry registry = IIORegistry.getDefaultInstance();
            registry.registerServiceProvider(provider, ImageReaderSpi.class);
            return provider;
        }

        private static String firstLine(Exception failure) {
            return String.valueOf(failure.getMessage())
                    .lines()
                    .findFirst()
                    .orElse(failure.getClass().getSimpleName());
        }
    }
}
