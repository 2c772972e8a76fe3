package io.limen.explainer.application;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 (FIPS 180-4), written as 64 lower-case hexadecimal digits: how images, models and results are told apart. */
public final class Sha256 {

    private static final Pattern WRITTEN = Pattern.compile("[0-9a-f]{64}");

    private Sha256() {}

    /** Whether the text is a SHA-256 as it is written here. */
    public static boolean isWritten(String text) {
        return text != null && WRITTEN.matcher(text).matches();
    }

    /** Of a few bytes. */
    public static String of(byte[] bytes) {
        return text(digest().digest(bytes));
    }

    /** Of a file, which is not read whole into memory. */
    public static String of(Path file) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return text(digest.digest());
    }

    /** To be fed piece by piece. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What {@link #digest} found, as it is written. */
    public static String text(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
