package io.limen.producer.adapter.dicom.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.limen.producer.adapter.dicom.element.DicomFile;
import io.limen.producer.adapter.dicom.element.UnusableDicom;
import io.limen.producer.domain.identity.Sha256;
import io.limen.producer.domain.image.Pixels;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real files in every coding that Limen decodes. The digests are of the 8-bit RGB pixels that pydicom 2.3 with GDCM 3.0
 * decodes and plain NumPy takes through rescale, window, palette and colour space. Skipped where the files are not.
 */
class SharedDicomTest {

    private static final Path FOLDER = Path.of("../../shared/data/dicom");

    @BeforeEach
    void findTheFiles() {
        assumeTrue(Files.isDirectory(FOLDER), "no shared files here");
    }

    @ParameterizedTest
    @CsvSource({
        "CT_small.dcm, f7204abd4780116c",
        "MR_small.dcm, 14a6bdecaf0d9a69",
        "MR_small_RLE.dcm, 14a6bdecaf0d9a69",
        "MR_small_bigendian.dcm, 14a6bdecaf0d9a69",
        "MR_small_implicit.dcm, 14a6bdecaf0d9a69",
        "MR_small_jp2klossless.dcm, 14a6bdecaf0d9a69",
        "SC_rgb_jpeg_dcmtk.dcm, ddb100d8f45a7fbf",
        "SC_rgb_rle.dcm, 169e619557b12114",
        "SC_rgb_rle_16bit.dcm, 169e619557b12114",
        "SC_rgb_small_odd.dcm, ef2df252ba3cd066",
        "SC_ybr_full_422_uncompressed.dcm, ddb100d8f45a7fbf",
        "examples_overlay.dcm, 0c94656916ee69ae",
        "examples_palette.dcm, db93767ae86874a9",
        "examples_rgb_color.dcm, a64f021b9093684b",
    })
    void pixelsAreThoseOfAnIndependentReader(String name, String digest) throws UnusableDicom {
        assertEquals(digest, Sha256.of(rgb(read(name))).hex().substring(0, digest.length()));
    }

    /** Lossy decoders round differently: by one level in a few pixels. */
    @ParameterizedTest
    @CsvSource("JPEG2000.dcm, 40.370082, 0.0001")
    void lossyPixelsAreNearlyThose(String name, double mean, double tolerance) throws UnusableDicom {
        double sum = 0;
        byte[] rgb = rgb(read(name));
        for (byte level : rgb) {
            sum += Byte.toUnsignedInt(level);
        }
        assertEquals(mean, sum / rgb.length, tolerance);
    }

    @ParameterizedTest
    @CsvSource({
        "ExplVR_BigEndNoMeta.dcm, 'not a DICOM file: no \"DICM\" after 128 bytes'",
        "JPEG-lossy.dcm, 'damaged image, or coded in a way that no decoder here reads: jpeg of 12 bits (gdcmconv --raw converts it)'",
        "MR_small_jpeg_ls_lossless.dcm, 'coded as JPEG-LS, which Limen does not decode (gdcmconv --raw converts it)'",
        "MR_truncated.dcm, truncated DICOM file",
        "badVR.dcm, damaged DICOM header: NUMBER_OF_FRAMES is no number",
    })
    void whatCanNotBeReadSaysWhyInOneLine(String name, String line) {
        assertEquals(line, assertThrows(UnusableDicom.class, () -> read(name)).getMessage());
    }

    private static Pixels read(String name) throws UnusableDicom {
        DicomFile file = DicomFile.read(FOLDER.resolve(name));
        return new FramePixels(file, PixelDescription.of(file.header(), 40_000_000)).of(0);
    }

    private static byte[] rgb(Pixels pixels) {
        ByteBuffer rgb = ByteBuffer.allocate(3 * pixels.width() * pixels.height());
        for (int y = 0; y < pixels.height(); y++) {
            for (int pixel : pixels.row(y)) {
                rgb.put((byte) (pixel >> 16)).put((byte) (pixel >> 8)).put((byte) pixel);
            }
        }
        return rgb.array();
    }
}
