package io.limen.explainer.adapter.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 as 64 lower-case hexadecimal digits. */
final class Sha256 {

    private static final Pattern WRITTEN = Pattern.compile("[0-9a-f]{64}");

    private Sha256() {}

    /** Whether the text is a SHA-256 as it is written here. */
    static boolean isWritten(String text) {
        return text != null && WRITTEN.matcher(text).matches();
    }

    static String of(byte[] bytes) {
        return text(digest().digest(bytes));
    }

    static String of(Path file) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return text(digest.digest());
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String text(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
