package io.limen.producer.adapter.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.producer.application.ImageFile;
import io.limen.producer.application.Reading;
import io.limen.producer.application.Reading.Readable;
import io.limen.producer.application.Reading.Unreadable;
import io.limen.producer.domain.image.ForegroundRule;
import io.limen.producer.domain.image.Mask;
import io.limen.producer.domain.image.Pixels;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageIoFilesTest {

    private static final int LOSSY = 12;

    @TempDir
    private Path folder;

    private final ImageIoFiles files = new ImageIoFiles(DecodingLimits.DEFAULT);

    @ParameterizedTest
    @ValueSource(strings = {"png", "tiff", "bmp"})
    void losslessFormatsKeepEveryPixel(String format) throws IOException {
        Pixels pixels = read(TestImages.encoded(TestImages.rgb(BufferedImage.TYPE_INT_RGB), format));

        assertClose(pixels, TestImages::colour, 0);
    }

    @Test
    void jpegKeepsWhatJpegKeeps() throws IOException {
        Pixels pixels = read(TestImages.encoded(TestImages.rgb(BufferedImage.TYPE_INT_RGB), "jpeg"));

        assertClose(pixels, TestImages::colour, LOSSY);
    }

    @Test
    void alphaIsDroppedAndTheColourBelowItKept() throws IOException {
        BufferedImage transparent = TestImages.rgb(BufferedImage.TYPE_INT_ARGB);
        transparent.setRGB(0, 0, TestImages.colour(0, 0));

        assertClose(read(TestImages.encoded(transparent, "png")), TestImages::colour, 0);
    }

    /** A gamma curve, as BufferedImage.getRGB applies it to gray, would be off by up to 60. */
    @ParameterizedTest
    @CsvSource({"png, 0, 10", "png, 0, 11", "tiff, 0, 10", "tiff, 0, 11", "jpeg, 12, 10"})
    void grayKeepsItsStoredValue(String format, int tolerance, int type) throws IOException {
        Pixels pixels = read(TestImages.encoded(TestImages.gray(type), format));

        assertClose(pixels, (y, x) -> TestImages.gray(y, x) * 0x010101, tolerance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif"})
    void paletteColoursAreLookedUp(String format) throws IOException {
        Pixels pixels = read(TestImages.encoded(TestImages.palette(), format));

        assertClose(pixels, (y, x) -> x % 16 * 0x010203, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LZW", "Deflate", "ZLib", "PackBits"})
    void packedTiffKeepsEveryPixel(String compression) throws IOException {
        byte[] tiff = TestImages.tiff(compression, TestImages.rgb(BufferedImage.TYPE_INT_RGB));

        assertClose(read(tiff), TestImages::colour, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LZW", "Deflate"})
    void tiffOf16BitIsScaledTo8(String compression) throws IOException {
        byte[] tiff = TestImages.tiff(compression, TestImages.gray(BufferedImage.TYPE_USHORT_GRAY));

        assertClose(read(tiff), (y, x) -> TestImages.gray(y, x) * 0x010101, 0);
    }

    @Test
    void tiffOfSeveralPagesIsRefusedByName() throws IOException {
        BufferedImage page = TestImages.rgb(BufferedImage.TYPE_INT_RGB);

        assertEquals("holds 3 images, and Limen takes one per file", reason(TestImages.tiff("LZW", page, page, page)));
    }

    @Test
    void cmykBecomesRgb() throws IOException {
        assertClose(read(TestImages.cmykJpeg()), (y, x) -> (255 - 40) << 16 | (255 - 120) << 8 | 255 - 200, LOSSY);
    }

    @Test
    void theContentCountsAndNotTheExtension() throws IOException {
        Path file = TestImages.file(
                folder, "photo.jpg", TestImages.encoded(TestImages.rgb(BufferedImage.TYPE_INT_RGB), "png"));

        assertClose(readable(files.readImage(file)).pixels(), TestImages::colour, 0);
    }

    @Test
    void aJpegKeepsItsOwnDataButNoMetadata() throws IOException {
        byte[] jpeg = TestImages.encoded(TestImages.rgb(BufferedImage.TYPE_INT_RGB), "jpeg");
        Path file = TestImages.file(folder, "x.jpg", TestImages.withMetadata(jpeg, "DOE^JOHN"));

        ImageFile image = readable(files.readImage(file));

        byte[] own = image.ownData().orElseThrow();
        assertTrue(!new String(own, StandardCharsets.ISO_8859_1).contains("DOE"));
        assertEquals(
                image.pixels(),
                readable(files.readImage(TestImages.file(folder, "own.jpg", own)))
                        .pixels());
    }

    @Test
    void aPngKeepsItsOwnDataButNoMetadata() throws IOException {
        byte[] png = TestImages.encoded(TestImages.rgb(BufferedImage.TYPE_INT_RGB), "png");

        ImageFile image =
                readable(files.readImage(TestImages.file(folder, "x.png", TestImages.pngWithText(png, "DOE^JOHN"))));

        assertArrayEquals(png, image.ownData().orElseThrow());
    }

    @Test
    void whatDecodersReadDifferentlyIsNotPassedOnAsItIs() throws IOException {
        List<byte[]> kinds = List.of(
                TestImages.cmykJpeg(),
                TestImages.encoded(TestImages.gray(BufferedImage.TYPE_BYTE_GRAY), "jpeg"),
                TestImages.encoded(TestImages.gray(BufferedImage.TYPE_BYTE_GRAY), "png"),
                TestImages.encoded(TestImages.rgb(BufferedImage.TYPE_INT_ARGB), "png"),
                TestImages.encoded(TestImages.palette(), "png"));
        for (byte[] bytes : kinds) {
            ImageFile image = readable(files.readImage(TestImages.file(folder, "c", bytes)));

            assertTrue(image.ownData().isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "128", "255"})
    void everyMaskValueButZeroIsForeground(int value) throws IOException {
        assertHalf(TestImages.encoded(TestImages.halfMask(BufferedImage.TYPE_BYTE_GRAY, value), "png"));
    }

    @Test
    void a16BitMaskOfOnesIsNotLost() throws IOException {
        assertHalf(TestImages.encoded(TestImages.halfMask(BufferedImage.TYPE_USHORT_GRAY, 1), "png"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7})
    void aClassIsFoundByItsValueAndInAPaletteByItsNumber(int label) throws IOException {
        ImageIoFiles ofClass = new ImageIoFiles(DecodingLimits.DEFAULT, Optional.of(ForegroundRule.Labels.only(label)));
        Path palette = TestImages.file(folder, "palette", TestImages.encoded(TestImages.palette(), "png"));
        Path gray = TestImages.file(
                folder, "gray", TestImages.encoded(TestImages.halfMask(BufferedImage.TYPE_BYTE_GRAY, label), "png"));

        int inPalette = readable(ofClass.readMask(palette)).area();
        int inGray = readable(ofClass.readMask(gray)).area();

        assertEquals(
                IntStream.range(0, TestImages.WIDTH)
                                .filter(x -> x % 16 == label)
                                .count()
                        * TestImages.HEIGHT,
                inPalette);
        assertEquals(TestImages.WIDTH / 2 * TestImages.HEIGHT, inGray);
    }

    @Test
    void masksMayBeColouredBinaryOrJpeg() throws IOException {
        assertHalf(TestImages.encoded(TestImages.halfMask(BufferedImage.TYPE_3BYTE_BGR, 255), "png"));
        assertHalf(TestImages.encoded(TestImages.halfMask(BufferedImage.TYPE_BYTE_BINARY, 1), "png"));
        assertHalf(TestImages.encoded(TestImages.halfMask(BufferedImage.TYPE_BYTE_GRAY, 255), "jpeg"));
        assertHalf(TestImages.encoded(TestImages.halfMask(BufferedImage.TYPE_4BYTE_ABGR, 255), "png"));
    }

    @Test
    void whatIsNoImageIsCalledThat() throws IOException {
        assertEquals("empty file", reason(new byte[0]));
        assertEquals(
                "not an image that Limen reads (PNG, JPEG, TIFF, BMP, GIF)",
                reason("hello".getBytes(StandardCharsets.US_ASCII)));
        assertEquals(
                "can't be read",
                assertInstanceOf(Unreadable.class, files.readImage(folder.resolve("gone.png")))
                        .reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "tiff", "bmp", "gif"})
    void aTruncatedImageIsDamaged(String format) throws IOException {
        byte[] whole = TestImages.encoded(TestImages.rgb(BufferedImage.TYPE_INT_RGB), format);

        String reason = reason(Arrays.copyOf(whole, whole.length / 2));

        assertTrue(reason.startsWith("damaged image"), reason);
    }

    /** The header claims 30,000 x 30,000 pixels, which nothing may allocate. */
    @Test
    void sizeIsCheckedBeforeAnythingIsDecoded() throws IOException {
        byte[] png = TestImages.encoded(TestImages.rgb(BufferedImage.TYPE_INT_RGB), "png");
        ByteBuffer header = ByteBuffer.wrap(png);
        header.putInt(16, 30_000);
        header.putInt(20, 30_000);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        header.putInt(29, (int) crc.getValue());

        assertEquals("image of 30000x30000 pixels, the limit is 40 megapixels", reason(png));
    }

    @Test
    void largeFilesAreNotOpened() throws IOException {
        Path file = TestImages.file(folder, "large.png", new byte[3 * 1024 * 1024]);
        ImageIoFiles strict = new ImageIoFiles(new DecodingLimits(2 * 1024 * 1024, 1000));

        assertEquals(
                "file of 3 MiB, the limit is 2 MiB",
                assertInstanceOf(Unreadable.class, strict.readImage(file)).reason());
    }

    /** Whatever a bit flip does to a file, it ends as pixels or as a reason, never as an exception. */
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "tiff", "bmp", "gif"})
    void flippedBitsNeverRaise(String format) throws IOException {
        byte[] whole = TestImages.encoded(TestImages.rgb(BufferedImage.TYPE_INT_RGB), format);
        int read = 0;
        for (int at = 0; at < whole.length; at += 1 + whole.length / 97) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x55;
            Reading<ImageFile> reading = files.readImage(TestImages.file(folder, "flip", damaged));
            read += reading instanceof Readable ? 1 : 0;
        }

        assertTrue(read < 97, "some damage shows");
    }

    private Pixels read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("image"), bytes);
        return readable(files.readImage(file)).pixels();
    }

    private String reason(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("image"), bytes);
        return assertInstanceOf(Unreadable.class, files.readImage(file)).reason();
    }

    private static <T> T readable(Reading<T> reading) {
        if (reading instanceof Readable<T> readable) {
            return readable.value();
        }
        throw new AssertionError(reading);
    }

    private void assertHalf(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("mask"), bytes);
        boolean[] right = new boolean[TestImages.WIDTH * TestImages.HEIGHT];
        for (int i = 0; i < right.length; i++) {
            right[i] = i % TestImages.WIDTH >= TestImages.WIDTH / 2;
        }
        assertEquals(new Readable<>(new Mask(TestImages.WIDTH, TestImages.HEIGHT, right)), files.readMask(file));
    }

    private static void assertClose(Pixels pixels, IntBinaryOperator expected, int tolerance) {
        assertEquals(TestImages.WIDTH, pixels.width());
        assertEquals(TestImages.HEIGHT, pixels.height());
        for (int y = 0; y < TestImages.HEIGHT; y++) {
            for (int x = 0; x < TestImages.WIDTH; x++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    int want = expected.applyAsInt(y, x) >> shift & 0xFF;
                    int have = pixels.at(y, x) >> shift & 0xFF;
                    assertEquals(want, have, tolerance, "row " + y + ", column " + x);
                }
            }
        }
    }
}
