package io.limen.producer.domain.identity;

import io.limen.producer.domain.image.Pixels;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * What makes two images the same: size and pixels, however they were encoded and whatever the file was called.
 *
 * @param digest of width, height and the pixels, row-major
 */
public record ImageFingerprint(Sha256 digest) {

    /** The fingerprint of an image. */
    public static ImageFingerprint of(Pixels pixels) {
        byte[] size = ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt(pixels.width())
                .putInt(pixels.height())
                .array();
        MessageDigest digest = Sha256.start(size);
        ByteBuffer row = ByteBuffer.allocate(pixels.width() * Integer.BYTES);
        for (int y = 0; y < pixels.height(); y++) {
            row.asIntBuffer().put(pixels.row(y));
            digest.update(row.array());
        }
        return new ImageFingerprint(Sha256.finish(digest));
    }
}
