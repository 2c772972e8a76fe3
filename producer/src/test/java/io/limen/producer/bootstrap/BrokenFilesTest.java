package io.limen.producer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder in which somebody's disk, upload or script went wrong. */
class BrokenFilesTest {

    @TempDir
    private Path folder;

    private final PublishingRun run = new PublishingRun();

    @Test
    void eachBrokenFileIsOneLineAndTheRestGoesThrough() throws IOException {
        write("a-good.png", picture("png"));
        write("b-cut.png", half(picture("png")));
        write("c-empty.png", new byte[0]);
        write("d-text.jpg", "not found".getBytes(StandardCharsets.US_ASCII));
        write("e-png-in-truth.jpg", picture("png"));
        write("f-huge.png", sized(picture("png"), 100_000, 100_000));
        write("g-no-area.png", sized(picture("png"), 0, 8));
        write("h-no-area.bmp", flat(picture("bmp")));
        write("i-cut.jpg", half(picture("jpg")));
        write("j-cut.gif", half(picture("gif")));

        int exitCode = run.of("publish", "--dataset", folder.toString(), "--model", "unet@1");

        assertEquals(1, exitCode);
        assertEquals(
                List.of(
                        "layout flat: 10 images, 0 with a mask",
                        "b-cut.png: damaged image",
                        "c-empty.png: empty file",
                        "d-text.jpg: not an image that Limen reads (PNG, JPEG, TIFF, BMP, GIF)",
                        "f-huge.png: image of 100000x100000 pixels, the limit is 40 megapixels",
                        "g-no-area.png: damaged image",
                        "h-no-area.bmp: damaged image",
                        "i-cut.jpg: damaged image: its end is missing",
                        "j-cut.gif: damaged image"),
                run.err());
        assertEquals(List.of("Published 2 of 10 cases in 0.0 s, 0 with ground truth, 8 failed."), run.out());
    }

    @Test
    void whoIsStrictSeesTheFirstOnly() throws IOException {
        write("a.png", picture("png"));
        write("b.png", new byte[0]);
        write("c.png", new byte[0]);
        write("d.png", picture("png"));

        int exitCode = run.of("publish", "--dataset", folder.toString(), "--model", "unet@1", "--strict");

        assertEquals(1, exitCode);
        assertEquals(List.of("layout flat: 4 images, 0 with a mask", "b.png: empty file"), run.err());
        assertEquals(
                List.of(
                        "Stopped at the first failure. Published 1 of 4 cases in 0.0 s, 0 with ground truth, 1 failed."),
                run.out());
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private static byte[] picture(String format) throws IOException {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64 * 64; i++) {
            image.setRGB(i % 64, i / 64, i * 40503);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    private static byte[] half(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }

    /** A PNG whose header claims another size. */
    private static byte[] sized(byte[] png, int width, int height) {
        ByteBuffer header = ByteBuffer.wrap(png);
        header.putInt(16, width);
        header.putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        header.putInt(29, (int) crc.getValue());
        return png;
    }

    /** A BMP of no width. */
    private static byte[] flat(byte[] bmp) {
        ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, 0).putInt(22, 8);
        return bmp;
    }
}
