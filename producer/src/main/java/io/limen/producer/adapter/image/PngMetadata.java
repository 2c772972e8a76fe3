package io.limen.producer.adapter.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Leaves the metadata out of a PNG file (ISO/IEC 15948): keeps the chunks that hold the image and none of texts, times, EXIF,
 * colour profiles, transparency, or whatever follows the end.
 */
final class PngMetadata {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final Set<String> IMAGE = Set.of("IHDR", "PLTE", "IDAT");
    private static final String END = "IEND";

    /** Length, type and checksum. */
    private static final int FRAME = 12;

    private static final int BIT_DEPTH_AT = 24;
    private static final int COLOUR_TYPE_AT = 25;
    private static final int RGB = 2;

    private PngMetadata() {}

    /** The file without metadata; empty if it is not 8-bit RGB, which every decoder reads alike, or its chunks don't add up. */
    static Optional<byte[]> leaveOut(byte[] file) {
        boolean rgb = file.length > COLOUR_TYPE_AT
                && Arrays.equals(SIGNATURE, 0, SIGNATURE.length, file, 0, SIGNATURE.length)
                && file[BIT_DEPTH_AT] == 8
                && file[COLOUR_TYPE_AT] == RGB;
        return rgb ? imageChunks(file) : Optional.empty();
    }

    private static Optional<byte[]> imageChunks(byte[] file) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        kept.writeBytes(SIGNATURE);
        int at = SIGNATURE.length;
        while (at <= file.length - FRAME) {
            int length = ByteBuffer.wrap(file).getInt(at);
            if (length < 0 || length > file.length - FRAME - at) {
                return Optional.empty();
            }
            String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (IMAGE.contains(type) || type.equals(END)) {
                kept.write(file, at, FRAME + length);
            }
            if (type.equals(END)) {
                return Optional.of(kept.toByteArray());
            }
            at += FRAME + length;
        }
        return Optional.empty();
    }
}
