package io.limen.producer.adapter.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.producer.application.ImageFile;
import io.limen.producer.application.Reading;
import io.limen.producer.application.Reading.Readable;
import io.limen.producer.domain.image.Mask;
import io.limen.producer.domain.image.Pixels;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageIoPngEncodingTest {

    private static final Pixels NOISE =
            new Pixels(17, 9, new SplittableRandom(7).ints(17 * 9).toArray());

    private final ImageIoPngEncoding encoding = new ImageIoPngEncoding();

    @Test
    void pixelsComeBackAsTheyWere(@TempDir Path folder) throws IOException {
        Path file = TestImages.file(folder, "x.png", encoding.encode(NOISE));

        Reading<ImageFile> reading = new ImageIoFiles(DecodingLimits.DEFAULT).readImage(file);
        assertEquals(NOISE, ((Readable<ImageFile>) reading).value().pixels());
    }

    @Test
    void masksComeBackAsTheyWere(@TempDir Path folder) throws IOException {
        Mask mask = new Mask(3, 2, new boolean[] {true, false, false, true, true, false});

        Path file = TestImages.file(folder, "x.png", encoding.encode(mask));

        assertEquals(new Readable<>(mask), new ImageIoFiles(DecodingLimits.DEFAULT).readMask(file));
    }

    @Test
    void theFileHoldsPixelsOnly() {
        assertEquals(List.of("IHDR", "IDAT", "IEND"), chunks(encoding.encode(NOISE)));
    }

    @Test
    void theSamePixelsGiveTheSameBytes() {
        assertArrayEquals(encoding.encode(NOISE), encoding.encode(NOISE));
    }

    private static List<String> chunks(byte[] png) {
        List<String> names = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(png).position(8);
        while (buffer.hasRemaining()) {
            int length = buffer.getInt();
            byte[] name = new byte[4];
            buffer.get(name);
            names.add(new String(name, java.nio.charset.StandardCharsets.US_ASCII));
            buffer.position(buffer.position() + length + 4);
        }
        return names.stream().distinct().toList();
    }
}
