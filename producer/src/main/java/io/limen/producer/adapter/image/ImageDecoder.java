package io.limen.producer.adapter.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decodes by content, whatever a file is called, and only after its header was seen to be within the limits. */
final class ImageDecoder {

    private static final Set<String> FORMATS = Set.of("png", "jpeg", "tif", "tiff", "bmp", "gif");

    /** Readers of other formats that come along with the one for JPEG 2000 in DICOM files; the JDK's are better kept. */
    private static final String FOR_DICOM = "com.github.jaiimageio.";

    /** A decoder that fills up what is missing calls it a warning; for us the file is damaged. */
    private static final List<String> SIGNS_OF_DAMAGE =
            List.of("truncat", "premature", "corrupt", "missing eoi", "eof");

    private final DecodingLimits limits;

    ImageDecoder(DecodingLimits limits) {
        this.limits = limits;
    }

    /** A decoded image and the format it came in: png, jpeg, tif, bmp or gif. */
    record Decoded(BufferedImage image, String format) {}

    Decoded decode(ImageInputStream input) throws UnusableFile {
        ImageReader reader = readerOf(input)
                .orElseThrow(() -> new UnusableFile("not an image that Limen reads (PNG, JPEG, TIFF, BMP, GIF)"));
        try {
            reader.setInput(input, false, true);
            checkSize(reader.getWidth(0), reader.getHeight(0));
            String format = formatOf(reader);
            checkSingle(reader, format);
            return new Decoded(read(reader), format);
        } catch (IOException | RuntimeException e) {
            if (e.getCause() instanceof OutOfMemoryError memory) {
                throw memory;
            }
            // image readers raise anything on damaged files: index, argument and state exceptions among them
            throw new UnusableFile("damaged image");
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage read(ImageReader reader) throws IOException, UnusableFile {
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning.toLowerCase(Locale.ROOT)));
        BufferedImage image = reader.read(0);
        if (warnings.stream().anyMatch(warning -> SIGNS_OF_DAMAGE.stream().anyMatch(warning::contains))) {
            throw new UnusableFile("damaged image: its end is missing");
        }
        return image;
    }

    private static Optional<ImageReader> readerOf(ImageInputStream input) {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (FORMATS.contains(formatOf(reader))
                    && !reader.getClass().getName().startsWith(FOR_DICOM)) {
                return Optional.of(reader);
            }
            reader.dispose();
        }
        return Optional.empty();
    }

    private static String formatOf(ImageReader reader) {
        try {
            return reader.getFormatName().toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            return "";
        }
    }

    private void checkSize(int width, int height) throws UnusableFile {
        if (width < 1 || height < 1) {
            throw new UnusableFile("image of " + width + "x" + height + " pixels");
        }
        if ((long) width * height > limits.pixels()) {
            throw new UnusableFile("image of " + width + "x" + height + " pixels, the limit is "
                    + limits.pixels() / 1_000_000 + " megapixels");
        }
    }

    private static void checkSingle(ImageReader reader, String format) throws IOException, UnusableFile {
        if (!format.equals("png") && !format.equals("jpeg") && reader.getNumImages(true) > 1) {
            throw new UnusableFile("holds " + reader.getNumImages(true) + " images, and Limen takes one per file");
        }
    }
}
