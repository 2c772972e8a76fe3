package io.limen.aggregator.adapter.dashboard.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class CasePictureTest {

    static byte[] file(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, format, file);
        return file.toByteArray();
    }

    static BufferedImage square(int side, int type) {
        BufferedImage image = new BufferedImage(side, side, type);
        image.setRGB(1, 0, 0xFF204060);
        return image;
    }

    private static BufferedImage read(Optional<byte[]> png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png.orElseThrow()));
    }

    @Test
    void pixelsStayAndWhatElseTheFileHoldsDoesNot() throws IOException {
        byte[] plain = file(square(4, BufferedImage.TYPE_INT_RGB), "png");
        byte[] tail = "<script>somebody's name</script>".getBytes(StandardCharsets.US_ASCII);
        byte[] longer = Arrays.copyOf(plain, plain.length + tail.length);
        System.arraycopy(tail, 0, longer, plain.length, tail.length);

        Optional<byte[]> png = CasePicture.png(ByteBuffer.wrap(longer));

        assertEquals(0xFF204060, read(png).getRGB(1, 0));
        assertEquals(0xFF000000, read(png).getRGB(0, 0));
        assertFalse(new String(png.orElseThrow(), StandardCharsets.ISO_8859_1).contains("script"));
    }

    @Test
    void aJpegIsShownToo() throws IOException {
        byte[] jpeg = file(square(16, BufferedImage.TYPE_INT_RGB), "jpeg");

        assertEquals(16, read(CasePicture.png(ByteBuffer.wrap(jpeg))).getHeight());
    }

    @Test
    void whatIsNoPngOrJpegIsNoPicture() throws IOException {
        assertTrue(CasePicture.png(ByteBuffer.wrap(new byte[0])).isEmpty());
        assertTrue(CasePicture.png(ByteBuffer.wrap("<svg/>".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty());
        assertTrue(CasePicture.png(ByteBuffer.wrap(file(square(4, BufferedImage.TYPE_INT_RGB), "gif")))
                .isEmpty());
        byte[] whole = file(square(64, BufferedImage.TYPE_INT_RGB), "png");
        assertTrue(CasePicture.png(ByteBuffer.wrap(Arrays.copyOf(whole, 40))).isEmpty());
    }

    @Test
    void tooManyPixelsAreNotDecoded() throws IOException {
        BufferedImage large = new BufferedImage(2_049, 2_048, BufferedImage.TYPE_BYTE_BINARY);

        assertTrue(CasePicture.png(ByteBuffer.wrap(file(large, "png"))).isEmpty());
    }

    @Test
    void aFileBeyondTheContractIsNotDecoded() throws IOException {
        byte[] png = file(square(4, BufferedImage.TYPE_INT_RGB), "png");

        assertTrue(CasePicture.png(ByteBuffer.wrap(Arrays.copyOf(png, CasePicture.MOST_BYTES + 1)))
                .isEmpty());
    }

    @Test
    void everyValueOfAMaskButZeroIsWhite() throws IOException {
        BufferedImage mask = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_GRAY);
        mask.getRaster().setSample(1, 0, 0, 1);
        mask.getRaster().setSample(2, 0, 0, 255);

        BufferedImage shown = read(CasePicture.maskPng(ByteBuffer.wrap(file(mask, "png"))));

        assertEquals(0xFF000000, shown.getRGB(0, 0));
        assertEquals(0xFFFFFFFF, shown.getRGB(1, 0));
        assertEquals(0xFFFFFFFF, shown.getRGB(2, 0));
    }
}
