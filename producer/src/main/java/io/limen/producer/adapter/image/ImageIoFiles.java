package io.limen.producer.adapter.image;

import io.limen.producer.adapter.image.ImageDecoder.Decoded;
import io.limen.producer.application.ImageFile;
import io.limen.producer.application.ImageFiles;
import io.limen.producer.application.Reading;
import io.limen.producer.application.Reading.Readable;
import io.limen.producer.application.Reading.Unreadable;
import io.limen.producer.domain.image.ForegroundRule;
import io.limen.producer.domain.image.Mask;
import io.limen.producer.domain.image.Pixels;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads PNG, JPEG, TIFF, BMP and GIF files with the image readers on the class path. */
public final class ImageIoFiles implements ImageFiles {

    /** A file over this size does not fit a record, whatever is left out. */
    private static final long LARGEST_OF_INTEREST = 1024L * 1024;

    private final DecodingLimits limits;
    private final ImageDecoder decoder;
    private final Optional<ForegroundRule.Labels> labels;

    /** Reads within limits; everything in a mask but 0 is foreground. */
    public ImageIoFiles(DecodingLimits limits) {
        this(limits, Optional.empty());
    }

    /**
     * Reads within limits.
     *
     * @param labels classes that are foreground in masks; empty: everything but 0
     */
    public ImageIoFiles(DecodingLimits limits, Optional<ForegroundRule.Labels> labels) {
        this.limits = limits;
        this.labels = labels;
        this.decoder = new ImageDecoder(limits);
    }

    @Override
    public Reading<ImageFile> readImage(Path file) {
        try {
            Decoded decoded = decode(file);
            Pixels pixels = pixels(decoded.image());
            return new Readable<>(new ImageFile(pixels, withoutMetadata(file, decoded, pixels)));
        } catch (UnusableFile e) {
            return new Unreadable<>(e.getMessage());
        }
    }

    @Override
    public Reading<Mask> readMask(Path file) {
        try {
            BufferedImage image = decode(file).image();
            int[] samples = labels.isPresent() ? StoredSamples.labels(image) : StoredSamples.largest(image);
            return new Readable<>(
                    ForegroundRule.of(labels, samples).apply(image.getWidth(), image.getHeight(), samples));
        } catch (UnusableFile e) {
            return new Unreadable<>(e.getMessage());
        }
    }

    private Decoded decode(Path file) throws UnusableFile {
        try {
            long bytes = Files.size(file);
            if (bytes == 0) {
                throw new UnusableFile("empty file");
            }
            if (bytes > limits.bytes()) {
                throw new UnusableFile("file of " + bytes / (1024 * 1024) + " MiB, the limit is "
                        + limits.bytes() / (1024 * 1024) + " MiB");
            }
            try (ImageInputStream input = new FileImageInputStream(file.toFile())) {
                return decoder.decode(input);
            }
        } catch (IOException e) {
            throw new UnusableFile("can't be read");
        }
    }

    private static Pixels pixels(BufferedImage image) throws UnusableFile {
        return new Pixels(image.getWidth(), image.getHeight(), StoredSamples.rgb(image));
    }

    /** Only where it decodes to the very same pixels; anything else is encoded anew. */
    private Optional<byte[]> withoutMetadata(Path file, Decoded decoded, Pixels pixels) throws UnusableFile {
        try {
            if (Files.size(file) > LARGEST_OF_INTEREST) {
                return Optional.empty();
            }
            Optional<byte[]> own = switch (decoded.format()) {
                case "jpeg" -> JpegMetadata.leaveOut(Files.readAllBytes(file));
                case "png" -> PngMetadata.leaveOut(Files.readAllBytes(file));
                default -> Optional.empty();
            };
            return own.isPresent() && pixels.equals(decodeAgain(own.get())) ? own : Optional.empty();
        } catch (IOException e) {
            throw new UnusableFile("can't be read");
        }
    }

    private Pixels decodeAgain(byte[] own) throws IOException {
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(own))) {
            return pixels(decoder.decode(input).image());
        } catch (UnusableFile e) {
            return null;
        }
    }
}
