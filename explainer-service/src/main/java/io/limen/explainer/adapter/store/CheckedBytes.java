package io.limen.explainer.adapter.store;

import io.limen.explainer.application.ImageStore.UnavailableImageException;
import io.limen.explainer.application.ImageStoreUnavailableException;
import io.limen.explainer.application.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Reads a file that somebody else wrote: no more than a limit, no longer than a time, and only what was hashed.
 *
 * @param maxBytes the largest file
 * @param longest how long a file may take
 * @param nanoTime a clock that only goes forward
 */
record CheckedBytes(long maxBytes, Duration longest, LongSupplier nanoTime) {

    private static final int PART = 1 << 16;

    CheckedBytes {
        if (maxBytes < 1 || maxBytes > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("CheckedBytes: at most " + maxBytes + " bytes");
        }
    }

    /** @throws UnavailableImageException when the digest is none */
    static void requireDigest(String sha256) throws UnavailableImageException {
        if (!Sha256.isWritten(sha256)) {
            throw new UnavailableImageException(
                    "the image reference has no SHA-256 of 64 lower-case hexadecimal digits");
        }
    }

    /** @throws UnavailableImageException when a file of the length is not read at all */
    void requireFits(long length) throws UnavailableImageException {
        if (length > maxBytes) {
            throw new UnavailableImageException("the referenced image is larger than " + maxBytes + " bytes");
        }
    }

    /**
     * Reads to the end.
     *
     * @param length that was announced
     * @throws IOException when it can't be read, or ends before that: a cut connection looks like an end
     */
    byte[] read(InputStream in, long length, String sha256) throws IOException, UnavailableImageException {
        long deadline = nanoTime.getAsLong() + longest.toNanos();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] part = new byte[PART];
        for (int read = in.read(part); read >= 0; read = in.read(part)) {
            all.write(part, 0, read);
            requireFits(all.size());
            if (nanoTime.getAsLong() - deadline > 0) {
                throw new ImageStoreUnavailableException(
                        "the image store takes more than " + longest + " for an image");
            }
        }
        if (all.size() < length) {
            throw new EOFException("ended after " + all.size() + " of " + length + " bytes");
        }
        byte[] bytes = all.toByteArray();
        if (!Sha256.of(bytes).equals(sha256)) {
            throw new UnavailableImageException("the referenced image is not the one whose SHA-256 came with it");
        }
        return bytes;
    }
}
