package io.limen.producer.adapter.dicom.pixel;

import io.limen.producer.adapter.dicom.element.UnusableDicom;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** JPEG and JPEG 2000 with the image readers on the class path, their samples before any change of colours. */
final class CodedImages {

    private static final int MARKER = 0xFF;
    private static final int START_OF_SCAN = 0xDA;
    private static final int START_OF_LOSSLESS = 0xC3;

    private CodedImages() {}

    static int[] jpeg(byte[] frame, PixelDescription description) throws UnusableDicom {
        // the JDK's reader gives samples as they are coded, and TwelveMonkeys' is the one that reads lossless files
        List<String> readers = isLossless(frame)
                ? List.of("com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReader")
                : List.of("com.sun.imageio.plugins.jpeg.JPEGImageReader");
        return decode(frame, "jpeg", readers, description);
    }

    static int[] jpeg2000(byte[] frame, PixelDescription description) throws UnusableDicom {
        return decode(frame, "jpeg2000", List.of("com.github.jaiimageio.jpeg2000.impl.J2KImageReader"), description);
    }

    private static boolean isLossless(byte[] frame) {
        int at = 2;
        while (at + 3 < frame.length && Byte.toUnsignedInt(frame[at]) == MARKER) {
            int marker = Byte.toUnsignedInt(frame[at + 1]);
            if (marker == START_OF_LOSSLESS) {
                return true;
            }
            if (marker == START_OF_SCAN) {
                return false;
            }
            at += 2 + (Byte.toUnsignedInt(frame[at + 2]) << Byte.SIZE | Byte.toUnsignedInt(frame[at + 3]));
        }
        return false;
    }

    private static int[] decode(byte[] frame, String format, List<String> readers, PixelDescription description)
            throws UnusableDicom {
        ImageReader reader = reader(format, readers);
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(frame))) {
            reader.setInput(input, false, true);
            if (reader.getWidth(0) != description.columns() || reader.getHeight(0) != description.rows()) {
                throw new UnusableDicom("damaged DICOM file: coded image of another size than its header says");
            }
            return samples(
                    reader.canReadRaster() ? raster(reader) : reader.read(0).getRaster(), description);
        } catch (IOException | RuntimeException e) {
            if (e.getCause() instanceof OutOfMemoryError memory) {
                throw memory;
            }
            // image readers raise anything on what they don't read: index, argument and state exceptions among them
            throw unreadable(format, description);
        } catch (StackOverflowError e) {
            throw new UnusableDicom("damaged image: it leads its decoder in circles");
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Error e) {
            // the reader of JPEG 2000 has errors of its own for what it does not read
            throw unreadable(format, description);
        } finally {
            reader.dispose();
        }
    }

    private static UnusableDicom unreadable(String format, PixelDescription description) {
        return new UnusableDicom("damaged image, or coded in a way that no decoder here reads: " + format + " of "
                + description.bits().stored() + " bits (gdcmconv --raw converts it)");
    }

    private static Raster raster(ImageReader reader) throws IOException {
        try {
            return reader.readRaster(0, null);
        } catch (UnsupportedOperationException e) {
            return reader.read(0).getRaster();
        }
    }

    private static ImageReader reader(String format, List<String> names) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (names.contains(reader.getClass().getName())) {
                return reader;
            }
            reader.dispose();
        }
        throw new IllegalStateException("no reader of " + format + " on the class path");
    }

    private static int[] samples(Raster raster, PixelDescription description) throws UnusableDicom {
        int bands = description.photometric().samples();
        if (raster.getNumBands() != bands
                || raster.getWidth() != description.columns()
                || raster.getHeight() != description.rows()) {
            throw new UnusableDicom("damaged DICOM file: coded image of other samples than its header says");
        }
        return raster.getPixels(
                raster.getMinX(), raster.getMinY(), raster.getWidth(), raster.getHeight(), (int[]) null);
    }
}
