package io.limen.producer.adapter.dicom.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.producer.adapter.dicom.element.Attribute;
import io.limen.producer.adapter.dicom.element.DicomBytes;
import io.limen.producer.adapter.dicom.element.DicomFile;
import io.limen.producer.adapter.dicom.element.TransferSyntax;
import io.limen.producer.adapter.dicom.element.UnusableDicom;
import io.limen.producer.domain.image.Pixels;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FramePixelsTest {

    private static final String JPEG = "1.2.840.10008.1.2.4.50";
    private static final String RLE = "1.2.840.10008.1.2.5";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = TransferSyntax.class,
            names = {"IMPLICIT_LITTLE_ENDIAN", "EXPLICIT_LITTLE_ENDIAN", "EXPLICIT_BIG_ENDIAN"})
    void everyByteOrderAndFormOfHeaderIsRead(TransferSyntax syntax) throws UnusableDicom {
        String uid = switch (syntax) {
            case IMPLICIT_LITTLE_ENDIAN -> "1.2.840.10008.1.2";
            case EXPLICIT_BIG_ENDIAN -> "1.2.840.10008.1.2.2";
            default -> "1.2.840.10008.1.2.1";
        };
        byte[] pixels = ByteBuffer.allocate(8)
                .order(syntax.order())
                .putShort((short) 0)
                .putShort((short) 1000)
                .putShort((short) 2000)
                .putShort((short) 4000)
                .array();
        Path file = DicomBytes.of(syntax)
                .image("MONOCHROME2", 1, 2, 2, 16)
                .element(DicomBytes.PIXEL_DATA, "OW", pixels)
                .write(folder.resolve("image"), uid);

        assertArrayEquals(new int[] {0, 64, 128, 255}, gray(file, 0));
    }

    @Test
    void monochrome1IsShownInverted() throws UnusableDicom {
        Path file = write(DicomBytes.explicitLittle().image("MONOCHROME1", 1, 1, 3, 8), 0, 100, 255);

        assertArrayEquals(new int[] {255, 155, 0}, gray(file, 0));
    }

    @Test
    void eightBitsWithoutWindowAreShownAsTheyAre() throws UnusableDicom {
        Path file = write(DicomBytes.explicitLittle().image("MONOCHROME2", 1, 1, 3, 8), 10, 100, 200);

        assertArrayEquals(new int[] {10, 100, 200}, gray(file, 0));
    }

    @Test
    void rescaleComesBeforeTheFirstWindow() throws UnusableDicom {
        Path file = write(
                DicomBytes.explicitLittle()
                        .image("MONOCHROME2", 1, 1, 4, 8)
                        .text(Attribute.WINDOW_CENTER, "DS", "0\\500")
                        .text(Attribute.WINDOW_WIDTH, "DS", "101\\10")
                        .text(Attribute.RESCALE_INTERCEPT, "DS", "-200")
                        .text(Attribute.RESCALE_SLOPE, "DS", "2"),
                50,
                75,
                100,
                150);

        // -100 and -50, 0, 100 in a window from -50.5 to 49.5
        assertArrayEquals(new int[] {0, 1, 129, 255}, gray(file, 0));
    }

    @Test
    void aRescaleThatKeepsOneValueIsNoIdentity() throws UnusableDicom {
        Path file = write(
                DicomBytes.explicitLittle()
                        .image("MONOCHROME2", 1, 1, 3, 8)
                        .text(Attribute.RESCALE_INTERCEPT, "DS", "-1")
                        .text(Attribute.RESCALE_SLOPE, "DS", "2"),
                0,
                1,
                129);

        // -1, 1 and 257, from the smallest to the largest
        assertArrayEquals(new int[] {0, 2, 255}, gray(file, 0));
    }

    @Test
    void aTableMayBeginBelowZeroThoughStoredValuesDoNot() throws UnusableDicom {
        Path file = write(
                DicomBytes.explicitLittle()
                        .image("MONOCHROME2", 1, 1, 3, 8)
                        .text(Attribute.RESCALE_INTERCEPT, "DS", "-2")
                        .sequence(
                                Attribute.VOI_LUT_SEQUENCE,
                                item -> item.word(Attribute.LUT_DESCRIPTOR, 4, -2, 8)
                                        .word(Attribute.LUT_DATA, 255, 100, 50, 0)),
                0,
                1,
                3);

        assertArrayEquals(new int[] {255, 100, 0}, gray(file, 0));
    }

    @Test
    void aRescaleThatNoScannerHasIsOneLine() {
        Path file = DicomBytes.explicitLittle()
                .image("MONOCHROME2", 1, 1, 2, 16)
                .text(Attribute.RESCALE_SLOPE, "DS", "1e308")
                .word16(0, 65_535)
                .write(folder.resolve("image"));

        assertEquals(
                "a rescale slope or intercept that no scanner has",
                assertThrows(UnusableDicom.class, () -> pixels(file, 0)).getMessage());
    }

    @Test
    void onlyTheBitsThatCountAreTaken() throws UnusableDicom {
        Path file = DicomBytes.explicitLittle()
                .word(Attribute.SAMPLES_PER_PIXEL, 1)
                .text(Attribute.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                .word(Attribute.ROWS, 1)
                .word(Attribute.COLUMNS, 3)
                .word(Attribute.BITS_ALLOCATED, 16)
                .word(Attribute.BITS_STORED, 12)
                .word(Attribute.HIGH_BIT, 11)
                .word(Attribute.PIXEL_REPRESENTATION, 1)
                // -2048, -1 with an overlay in the upper bits, 2047
                .word16(0x0800, 0xFFFF, 0x07FF)
                .write(folder.resolve("image"));

        assertArrayEquals(new int[] {0, 127, 255}, gray(file, 0));
    }

    @Test
    void paddingIsBlackAndNoPartOfTheRange() throws UnusableDicom {
        Path file = DicomBytes.explicitLittle()
                .image("MONOCHROME1", 1, 1, 4, 16)
                .word(Attribute.PIXEL_PADDING_VALUE, 60_000)
                .word16(60_000, 10, 20, 30)
                .write(folder.resolve("image"));

        assertArrayEquals(new int[] {0, 255, 128, 0}, gray(file, 0));
    }

    @Test
    void aTableOfTheFileIsUsed() throws UnusableDicom {
        Path file = write(
                DicomBytes.explicitLittle()
                        .image("MONOCHROME2", 1, 1, 3, 8)
                        .sequence(
                                Attribute.VOI_LUT_SEQUENCE,
                                item -> item.word(Attribute.LUT_DESCRIPTOR, 4, 10, 10)
                                        .word(Attribute.LUT_DATA, 0, 1023, 512, 256)),
                9,
                11,
                200);

        assertArrayEquals(new int[] {0, 255, 64}, gray(file, 0));
    }

    @Test
    void anEnhancedFileHasAWindowForEachFrame() throws UnusableDicom {
        Path file = write(
                DicomBytes.explicitLittle()
                        .text(Attribute.NUMBER_OF_FRAMES, "IS", "2")
                        .image("MONOCHROME2", 1, 1, 2, 8)
                        .sequence(
                                Attribute.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                                frame -> frame.sequence(Attribute.FRAME_VOI_LUT_SEQUENCE, window(50, 101)),
                                frame -> frame.sequence(Attribute.FRAME_VOI_LUT_SEQUENCE, window(150, 101))),
                50,
                150,
                50,
                150);

        assertArrayEquals(new int[] {129, 255}, gray(file, 0));
        assertArrayEquals(new int[] {0, 129}, gray(file, 1));
    }

    private static java.util.function.Consumer<DicomBytes> window(int center, int width) {
        return item ->
                item.text(Attribute.WINDOW_CENTER, "DS", "" + center).text(Attribute.WINDOW_WIDTH, "DS", "" + width);
    }

    @Test
    void coloursInPlanesAreBroughtTogether() throws UnusableDicom {
        Path file = write(
                DicomBytes.explicitLittle().image("RGB", 3, 1, 2, 8).word(Attribute.PLANAR_CONFIGURATION, 1),
                1,
                2,
                3,
                4,
                5,
                6);

        assertArrayEquals(new int[] {0x010305, 0x020406}, pixels(file, 0).row(0));
    }

    @Test
    void aPaletteOfSixteenBitsGivesColours() throws UnusableDicom {
        Path file = write(
                DicomBytes.explicitLittle()
                        .image("PALETTE COLOR", 1, 1, 3, 8)
                        .word(Attribute.RED_PALETTE_DESCRIPTOR, 2, 5, 16)
                        .word(Attribute.GREEN_PALETTE_DESCRIPTOR, 2, 5, 16)
                        .word(Attribute.BLUE_PALETTE_DESCRIPTOR, 2, 5, 16)
                        .word(Attribute.RED_PALETTE_DATA, 0xFFFF, 0)
                        .word(Attribute.GREEN_PALETTE_DATA, 0, 0x8080)
                        .word(Attribute.BLUE_PALETTE_DATA, 0x0101, 0),
                0,
                5,
                6);

        assertArrayEquals(
                new int[] {0xFF0001, 0xFF0001, 0x008000}, pixels(file, 0).row(0));
    }

    @Test
    void framesInFragmentsAreFoundByTheirTable() throws UnusableDicom {
        byte[] first = packed(7);
        byte[] second = packed(9);
        Path file = DicomBytes.explicitLittle()
                .text(Attribute.NUMBER_OF_FRAMES, "IS", "2")
                .image("MONOCHROME2", 1, 1, 2, 8)
                .fragments(
                        new long[] {0, 8 + 64 + 8 + (first.length - 64)},
                        Arrays.copyOf(first, 64),
                        Arrays.copyOfRange(first, 64, first.length),
                        second)
                .write(folder.resolve("image"), RLE);

        assertArrayEquals(new int[] {7, 7}, gray(file, 0));
        assertArrayEquals(new int[] {9, 9}, gray(file, 1));
    }

    /** Two pixels of one value: one plane, one run. */
    private static byte[] packed(int value) {
        return ByteBuffer.allocate(66)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(1)
                .putInt(64)
                .put(64, (byte) -1)
                .put(65, (byte) value)
                .array();
    }

    @Test
    void jpegOfGrayIsDecoded() throws IOException, UnusableDicom {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 256; i++) {
            image.getRaster().setSample(i % 16, i / 16, 0, 90);
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", jpeg);
        Path file = DicomBytes.explicitLittle()
                .image("MONOCHROME2", 1, 16, 16, 8)
                .fragments(jpeg.toByteArray())
                .write(folder.resolve("image"), JPEG);

        assertArrayEquals(IntStream.generate(() -> 90).limit(256).toArray(), gray(file, 0));
    }

    @Test
    void aCodedImageOfAnotherSizeIsDamaged() throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY), "jpeg", jpeg);
        Path file = DicomBytes.explicitLittle()
                .image("MONOCHROME2", 1, 8, 8, 8)
                .fragments(jpeg.toByteArray())
                .write(folder.resolve("image"), JPEG);

        assertEquals(
                "damaged DICOM file: coded image of another size than its header says",
                assertThrows(UnusableDicom.class, () -> pixels(file, 0)).getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "MONOCHROME2, 1, 0, 4, 8, image of 4x0 pixels",
        "MONOCHROME2, 1, 60000, 60000, 8, 'image of 60000x60000 pixels, the limit is 40 megapixels'",
        "MONOCHROME2, 1, 4, 4, 32, 'samples of 32 bits, and Limen takes 8 or 16'",
        "MONOCHROME2, 3, 4, 4, 8, 3 samples a pixel as MONOCHROME2",
        "HSV, 3, 4, 4, 8, of a photometric interpretation that Limen does not know",
        "MONOCHROME2, 1, 4, 4, 8, 'truncated DICOM file: 2 bytes of pixels, frame 1 ends at 16'",
    })
    void whatDoesNotFitSaysSo(String photometric, int samples, int rows, int columns, int bits, String line) {
        Path file = write(DicomBytes.explicitLittle().image(photometric, samples, rows, columns, bits), 1, 2);

        assertEquals(
                line, assertThrows(UnusableDicom.class, () -> pixels(file, 0)).getMessage());
    }

    private Path write(DicomBytes image, int... bytes) {
        byte[] pixels = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            pixels[i] = (byte) bytes[i];
        }
        return image.element(DicomBytes.PIXEL_DATA, "OB", pixels).write(folder.resolve("image"));
    }

    private static int[] gray(Path file, int frame) throws UnusableDicom {
        Pixels pixels = pixels(file, frame);
        return IntStream.range(0, pixels.height())
                .flatMap(y -> Arrays.stream(pixels.row(y)))
                .map(rgb -> rgb & 0xFF)
                .toArray();
    }

    private static Pixels pixels(Path path, int frame) throws UnusableDicom {
        DicomFile file = DicomFile.read(path);
        return new FramePixels(file, PixelDescription.of(file.header(), 40_000_000)).of(frame);
    }
}
