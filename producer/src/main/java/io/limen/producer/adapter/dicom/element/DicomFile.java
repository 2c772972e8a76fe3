package io.limen.producer.adapter.dicom.element;

import io.limen.producer.adapter.dicom.element.DataSetParser.PixelData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A DICOM file (PS3.10) whose header was read.
 *
 * @param path where it lies
 * @param syntax how it is written
 * @param header its attributes
 * @param pixelData where its pixels lie; empty: it has none
 */
public record DicomFile(Path path, TransferSyntax syntax, DataSet header, Optional<PixelData> pixelData) {

    private static final int PREAMBLE = 128;
    private static final byte[] PREFIX = "DICM".getBytes(StandardCharsets.US_ASCII);
    private static final String DIRECTORY = "1.2.840.10008.1.3.10";
    private static final String PARAMETRIC_MAP = "1.2.840.10008.5.1.4.1.1.30";
    private static final String SEGMENTATIONS = "1.2.840.10008.5.1.4.1.1.66.";
    private static final String SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4";

    /** Whether a file begins as DICOM files do. */
    public static boolean hasPrefix(Path file) {
        try (DicomInput input = DicomInput.open(file)) {
            return hasPrefix(input);
        } catch (IOException | UnusableDicom e) {
            return false;
        }
    }

    private static boolean hasPrefix(DicomInput input) throws IOException, UnusableDicom {
        if (input.left() < PREAMBLE + PREFIX.length) {
            return false;
        }
        input.skip(PREAMBLE);
        return Arrays.equals(input.bytes(PREFIX.length), PREFIX);
    }

    /** Reads what pixels need of a file's header, and nothing that says whose they are. */
    public static DicomFile read(Path file) throws UnusableDicom {
        return read(file, false);
    }

    /** Reads of a file's header, besides, whose image it is and where it lies: for objects of the same study. */
    public static DicomFile readWithStudy(Path file) throws UnusableDicom {
        return read(file, true);
    }

    private static DicomFile read(Path file, boolean clinical) throws UnusableDicom {
        try (DicomInput input = DicomInput.open(file)) {
            if (input.left() == 0) {
                throw new UnusableDicom("empty file");
            }
            if (!hasPrefix(input)) {
                throw new UnusableDicom("not a DICOM file: no \"DICM\" after 128 bytes");
            }
            String uid = new DataSetParser(input, true, false)
                    .parseFileMeta()
                    .text(Attribute.TRANSFER_SYNTAX_UID)
                    .orElseThrow(() -> new UnusableDicom("damaged DICOM header: no transfer syntax"));
            TransferSyntax syntax = TransferSyntax.of(uid);
            input.order(syntax.order());
            DataSetParser parser = new DataSetParser(input, syntax.explicit(), clinical);
            DataSet header = parser.parse();
            DicomFile read = new DicomFile(file, syntax, header, parser.pixels());
            if (parser.isFloatingPoint() && !read.is(PARAMETRIC_MAP)) {
                throw new UnusableDicom("pixels are floating-point numbers, and Limen takes whole ones");
            }
            return read;
        } catch (IOException e) {
            throw new UnusableDicom("can't be read");
        }
    }

    /** The index of a medium, which holds no image. */
    public boolean isDirectory() {
        return is(DIRECTORY);
    }

    /** Whether it holds a segmentation of other images. */
    public boolean isSegmentation() {
        return is(SEGMENTATION);
    }

    /** Whether it holds one in a form that is not read, such as a label map. */
    public boolean isOtherSegmentation() {
        return !isSegmentation()
                && header.text(Attribute.SOP_CLASS_UID)
                        .map(sopClass -> sopClass.startsWith(SEGMENTATIONS))
                        .orElse(false);
    }

    /** The same file without its attributes, for who needs its pixels only and keeps many. */
    public DicomFile withoutHeader() {
        return new DicomFile(path, syntax, new DataSet(syntax.order()), pixelData);
    }

    private boolean is(String sopClass) {
        return header.text(Attribute.SOP_CLASS_UID).map(sopClass::equals).orElse(false);
    }
}
