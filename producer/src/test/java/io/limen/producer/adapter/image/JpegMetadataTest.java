package io.limen.producer.adapter.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JpegMetadataTest {

    @Test
    void whatWasAddedIsLeftOutAndTheRestKept() throws IOException {
        byte[] jpeg = TestImages.encoded(TestImages.rgb(BufferedImage.TYPE_INT_RGB), "jpeg");

        Optional<byte[]> without = JpegMetadata.leaveOut(TestImages.withMetadata(jpeg, "DOE^JOHN"));

        assertArrayEquals(jpeg, without.orElseThrow());
    }

    @Test
    void noPrefixOfAFileIsTakenForAWhole() throws IOException {
        byte[] jpeg = TestImages.encoded(TestImages.rgb(BufferedImage.TYPE_INT_RGB), "jpeg");

        for (int length = 0; length < jpeg.length; length++) {
            assertTrue(JpegMetadata.leaveOut(Arrays.copyOf(jpeg, length)).isEmpty(), "length " + length);
        }
    }

    @Test
    void otherFilesAreNoJpeg() {
        assertEquals(Optional.empty(), JpegMetadata.leaveOut(new byte[] {1, 2, 3, 4, 5}));
    }
}
