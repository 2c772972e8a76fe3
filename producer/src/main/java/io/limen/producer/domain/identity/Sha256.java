package io.limen.producer.domain.identity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A SHA-256 digest (FIPS 180-4).
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Sha256(String hex) {

    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");

    public Sha256 {
        if (!DIGITS.matcher(hex).matches()) {
            throw new IllegalArgumentException("Sha256: " + hex);
        }
    }

    /** The digest of bytes. */
    public static Sha256 of(byte[] bytes) {
        return finish(start(bytes));
    }

    /** The digest of a text in UTF-8. */
    public static Sha256 of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The digest of everything that is left in a stream. */
    public static Sha256 of(InputStream stream) throws IOException {
        MessageDigest digest = start(new byte[0]);
        byte[] part = new byte[64 * 1024];
        for (int read = stream.read(part); read >= 0; read = stream.read(part)) {
            digest.update(part, 0, read);
        }
        return finish(digest);
    }

    static MessageDigest start(byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes);
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static Sha256 finish(MessageDigest digest) {
        return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }
}
