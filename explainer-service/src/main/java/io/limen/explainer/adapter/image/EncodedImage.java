package io.limen.explainer.adapter.image;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import io.limen.explainer.application.ImageDecoder.UnreadableImageException;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** An image as ImageIO gives it, before it is a domain image. */
record EncodedImage(EncodedFormat format, BufferedImage pixels) {

    /** Reads encoded bytes within limits; everything happens in memory. */
    static final class Reader {

        private static final ImageReaderSpi JPEG = registerJpeg();

        /** Three channels as the domain has them. */
        private static final int FLOATS = 3 * Float.BYTES;

        /** Of a JPEG in colours that Java has no type for: four channels of 8 bit. */
        private static final int STORED_UNKNOWN = 4;

        private static final int MEGABYTE = 1_000_000;

        private final ImageLimits limits;

        /** Held by whoever decodes without others beside him. */
        private final Object alone = new Object();

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
            if (format == EncodedFormat.JPEG && JpegScans.count(encoded) > JpegScans.MOST) {
                throw new UnreadableImageException("the JPEG image has more than " + JpegScans.MOST + " scans");
            }
            return new EncodedImage(format, withinMemory(encoded, format));
        }

        /**
         * Some formats have lengths of their own inside, that no limit here sees. What runs out of memory when nothing else is
         * decoded does not so by chance.
         */
        private BufferedImage withinMemory(byte[] encoded, EncodedFormat format) throws UnreadableImageException {
            try {
                return decode(encoded, format);
            } catch (OutOfMemoryError others) {
                synchronized (alone) {
                    try {
                        return decode(encoded, format);
                    } catch (OutOfMemoryError e) {
                        throw new UnreadableImageException(
                                "to decode the " + format.title() + " image takes more memory than there is", e);
                    }
                }
            }
        }

        private BufferedImage decode(byte[] encoded, EncodedFormat format) throws UnreadableImageException {
            try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(encoded))) {
                ImageReader reader = readerFor(format);
                try {
                    reader.setInput(stream, true, true);
                    checkSize(reader);
                    return readWhole(reader);
                } finally {
                    reader.dispose();
                }
            } catch (IOException | RuntimeException e) {
                // Decoders meet hostile bytes with any runtime exception: index, negative size, illegal argument.
                throw new UnreadableImageException("the " + format.title() + " image is damaged: " + firstLine(e), e);
            }
        }

        private void checkSize(ImageReader reader) throws IOException, UnreadableImageException {
            int height = reader.getHeight(0);
            int width = reader.getWidth(0);
            if ((long) height * width > limits.maxPixels()) {
                throw new UnreadableImageException(
                        "the image has " + height + "x" + width + " pixels, more than " + limits.maxPixels());
            }
            long tile = (long) reader.getTileHeight(0) * reader.getTileWidth(0);
            double memory = Math.max((long) height * width, tile) * (double) (storedBytes(reader) + FLOATS);
            if (memory > limits.maxDecodedBytes()) {
                throw new UnreadableImageException(String.format(
                        Locale.ROOT,
                        "the image of %dx%d pixels takes %.0f MB to decode, more than the %d MB that there are for one",
                        height,
                        width,
                        memory / MEGABYTE,
                        limits.maxDecodedBytes() / MEGABYTE));
            }
        }

        /** Bytes of a pixel as the decoder keeps it. */
        private static int storedBytes(ImageReader reader) throws IOException {
            ImageTypeSpecifier stored = reader.getRawImageType(0);
            if (stored == null) {
                return STORED_UNKNOWN;
            }
            int bits = stored.getSampleModel().getNumBands()
                    * DataBuffer.getDataTypeSize(stored.getSampleModel().getDataType());
            return Math.max(1, bits / Byte.SIZE);
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
            return Optional.ofNullable(failure.getMessage()).stream()
                    .flatMap(String::lines)
                    .findFirst()
                    .orElse(failure.getClass().getSimpleName());
        }
    }
}
