package io.limen.explainer.adapter.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.explainer.application.ImageDecoder.UnreadableImageException;
import io.limen.explainer.domain.image.Mask;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MaskPipeTest {

    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();

    @Test
    void everyImageIsAnsweredByItsMaskOrALine() throws IOException {
        serve(frames("image", "broken", "image"));

        byte[] line = "no image: broken".getBytes(StandardCharsets.UTF_8);
        byte[] mask = ByteBuffer.allocate(11)
                .put((byte) MaskPipe.MASK)
                .putInt(3)
                .putInt(4)
                .put((byte) 0b1000_0000)
                .put((byte) 0b0001_0000)
                .array();
        byte[] expected = ByteBuffer.allocate(1 + 11 + 5 + line.length + 11)
                .put((byte) MaskPipe.READY)
                .put(mask)
                .put((byte) MaskPipe.REFUSED)
                .putInt(line.length)
                .put(line)
                .put(mask)
                .array();
        assertArrayEquals(expected, answers.toByteArray());
    }

    @Test
    void whatEndsInTheMiddleOfALengthEndsThere() throws IOException {
        serve(new byte[] {0, 0});

        assertEquals(1, answers.size());
    }

    @Test
    void aLengthThatNoImageHasIsRefusedBeforeMemoryIsTaken() {
        assertThrows(IOException.class, () -> serve(new byte[] {0x7F, 0, 0, 0}));
    }

    private void serve(byte[] input) throws IOException {
        new MaskPipe(
                        MaskPipeTest::firstAndLast,
                        new DataInputStream(new ByteArrayInputStream(input)),
                        new DataOutputStream(answers))
                .serve();
    }

    private static Mask firstAndLast(byte[] image) throws UnreadableImageException {
        String text = new String(image, StandardCharsets.UTF_8);
        if (text.equals("broken")) {
            throw new UnreadableImageException("no image: " + text);
        }
        boolean[] foreground = new boolean[12];
        foreground[0] = true;
        foreground[11] = true;
        return new Mask(3, 4, foreground);
    }

    private static byte[] frames(String... images) {
        ByteBuffer frames = ByteBuffer.allocate(1000);
        for (String image : images) {
            frames.putInt(image.length()).put(image.getBytes(StandardCharsets.UTF_8));
        }
        byte[] input = new byte[frames.position()];
        frames.flip().get(input);
        return input;
    }
}
