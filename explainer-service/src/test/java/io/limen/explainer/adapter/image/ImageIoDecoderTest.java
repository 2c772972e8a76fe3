package io.limen.explainer.adapter.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.ImageDecoder.UnreadableImageException;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageIoDecoderTest {

    private final ImageIoDecoder decoder = new ImageIoDecoder(ImageLimits.FILES);

    @ParameterizedTest
    @CsvSource({
        "png, " + BufferedImage.TYPE_3BYTE_BGR,
        "png, " + BufferedImage.TYPE_INT_RGB,
        "png, " + BufferedImage.TYPE_INT_ARGB,
        "bmp, " + BufferedImage.TYPE_3BYTE_BGR,
        "tiff, " + BufferedImage.TYPE_3BYTE_BGR,
    })
    void coloursAreTakenAsStored(String format, int type) throws UnreadableImageException {
        Image image = decoder.image(TestImage.encode(TestImage.colours(type), format));
        assertEquals(5, image.height());
        assertEquals(7, image.width());
        assertEquals(3, image.channels());
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 7; x++) {
                assertEquals(y * 50 / 255f, image.at(0, y, x));
                assertEquals(x * 40 / 255f, image.at(1, y, x));
                assertEquals(77 / 255f, image.at(2, y, x));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({BufferedImage.TYPE_BYTE_GRAY + ", 30, 255", BufferedImage.TYPE_USHORT_GRAY + ", 8000, 65535"})
    void grayIsNotBrightened(int type, int step, float full) throws UnreadableImageException {
        Image image = decoder.image(TestImage.encode(TestImage.gray(type, step), "png"));
        for (int channel = 0; channel < 3; channel++) {
            assertEquals(step * 5 / full, image.at(channel, 2, 3));
        }
    }

    @Test
    void paletteGoesThroughItsTable() throws UnreadableImageException {
        IndexColorModel palette =
                new IndexColorModel(8, 3, new byte[] {0, 100, (byte) 200}, new byte[3], new byte[] {9, 8, 7});
        BufferedImage indexed = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED, palette);
        indexed.getRaster().setSample(1, 0, 0, 2);
        Image image = decoder.image(TestImage.encode(indexed, "gif"));
        assertArrayEquals(new float[] {0, 200 / 255f, 0, 0, 9 / 255f, 7 / 255f}, image.pixels());
    }

    @Test
    void jpegIsCloseToWhatWasEncoded() throws UnreadableImageException {
        BufferedImage flat = new BufferedImage(32, 16, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 32 * 16; i++) {
            flat.setRGB(i % 32, i / 32, 0x804020);
        }
        Image image = decoder.image(TestImage.encode(flat, "jpeg"));
        assertEquals(0x80 / 255f, image.at(0, 8, 8), 0.02);
        assertEquals(0x40 / 255f, image.at(1, 8, 8), 0.02);
        assertEquals(0x20 / 255f, image.at(2, 8, 8), 0.02);
    }

    @Test
    void grayJpegIsNotBrightened() throws UnreadableImageException {
        BufferedImage flat = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 256; i++) {
            flat.getRaster().setSample(i % 16, i / 16, 0, 64);
        }
        assertEquals(64 / 255f, decoder.image(TestImage.encode(flat, "jpeg")).at(2, 8, 8), 0.02);
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_BYTE_BINARY})
    void maskIsForegroundWhereNotZero(int type) throws UnreadableImageException {
        BufferedImage image = new BufferedImage(3, 2, type);
        image.getRaster().setSample(2, 1, 0, 1);
        Mask mask = decoder.mask(TestImage.encode(image, "png"));
        assertArrayEquals(new boolean[] {false, false, false, false, false, true}, mask.foreground());
    }

    @Test
    void maskAsJpegHasNoSeam() throws UnreadableImageException {
        BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 32 * 32; i++) {
            image.getRaster().setSample(i % 32, i / 32, 0, i % 32 >= 13 ? 255 : 0);
        }
        Mask mask = decoder.mask(TestImage.encode(image, "jpeg"));
        assertEquals(32 * 19, mask.area());
    }

    @Test
    void textIsNoImage() {
        assertEquals(
                "not a PNG, JPEG, GIF, BMP or TIFF image",
                rejection("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)));
        assertEquals("not a PNG, JPEG, GIF, BMP or TIFF image", rejection(new byte[0]));
    }

    @Test
    void sizeIsCheckedBeforePixelsAreDecoded() {
        byte[] claimed = TestImage.encode(TestImage.colours(BufferedImage.TYPE_INT_RGB), "png");
        ByteBuffer.wrap(claimed).putInt(16, 60_000).putInt(20, 50_000);
        CRC32 checksum = new CRC32();
        checksum.update(claimed, 12, 17);
        ByteBuffer.wrap(claimed).putInt(29, (int) checksum.getValue());
        assertEquals("the image has 50000x60000 pixels, more than 40000000", rejection(claimed));
    }

    @Test
    void bytesBeyondTheLimitAreNotLookedAt() {
        byte[] encoded = TestImage.encode(TestImage.colours(BufferedImage.TYPE_INT_RGB), "png");
        ImageIoDecoder strict = new ImageIoDecoder(new ImageLimits(encoded.length - 1, 1000, Long.MAX_VALUE));
        String line = assertThrows(UnreadableImageException.class, () -> strict.image(encoded))
                .getMessage();
        assertEquals("the image file has " + encoded.length + " bytes, more than " + (encoded.length - 1), line);
    }

    @Test
    void memoryIsCheckedBeforePixelsAreDecoded() {
        byte[] encoded = TestImage.encode(new BufferedImage(1000, 1000, BufferedImage.TYPE_INT_RGB), "png");
        ImageIoDecoder strict = new ImageIoDecoder(new ImageLimits(1 << 20, 1 << 20, 14_999_999));
        String line = assertThrows(UnreadableImageException.class, () -> strict.image(encoded))
                .getMessage();
        assertEquals(
                "the image of 1000x1000 pixels takes 15 MB to decode, more than the 14 MB that there are for one",
                line);
    }

    @Test
    void aJpegOfMoreScansThanAnyoneNeedsIsRefused() {
        byte[] sound = TestImage.encode(TestImage.colours(BufferedImage.TYPE_3BYTE_BGR), "jpeg");
        byte[] hostile = Arrays.copyOf(sound, sound.length + 2 * 64);
        for (int at = sound.length; at < hostile.length; at += 2) {
            hostile[at] = (byte) 0xFF;
            hostile[at + 1] = (byte) 0xDA;
        }
        assertEquals("the JPEG image has more than 64 scans", rejection(hostile));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp", "tiff"})
    void imageCutShortIsDamaged(String format) {
        BufferedImage noise = new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(5);
        for (int i = 0; i < 64 * 64; i++) {
            noise.setRGB(i % 64, i / 64, random.nextInt());
        }
        byte[] encoded = TestImage.encode(noise, format);
        String line = rejection(Arrays.copyOf(encoded, encoded.length / 2));
        assertTrue(line.startsWith("the " + format.toUpperCase(java.util.Locale.ROOT) + " image is damaged: "), line);
        assertEquals(1, line.lines().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp", "tiff"})
    void flippedBytesNeverEscapeAsAnotherException(String format) {
        byte[] encoded = TestImage.encode(TestImage.colours(BufferedImage.TYPE_3BYTE_BGR), format);
        Random random = new Random(11);
        ImageIoDecoder strict = new ImageIoDecoder(new ImageLimits(1 << 20, 1 << 20, Long.MAX_VALUE));
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            byte[] hostile = encoded.clone();
            hostile[random.nextInt(hostile.length)] = (byte) random.nextInt();
            hostile[random.nextInt(Math.min(60, hostile.length))] = (byte) random.nextInt();
            try {
                strict.image(hostile);
            } catch (UnreadableImageException e) {
                refused++;
            }
        }
        assertTrue(refused > 0);
    }

    private String rejection(byte[] encoded) {
        return assertThrows(UnreadableImageException.class, () -> decoder.image(encoded))
                .getMessage();
    }
}
