package io.limen.schemas;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;

/**
 * A secret that callers show: the content of a file or of an environment variable, and of nothing else, for the settings and
 * the command line of a process can be read by others. Kept as a digest; nothing prints it.
 */
public final class SharedSecret {

    /** A secret that can't be used; the message is one line, without anything of it. */
    public static final class UnusableException extends Exception {

        private static final long serialVersionUID = 1;

        UnusableException(String message) {
            super(message);
        }
    }

    /** 16 characters of a random generator can't be guessed over a network. */
    public static final int LEAST_CHARACTERS = 16;

    /** What fits a request's headers with room to spare. */
    public static final int MOST_CHARACTERS = 4096;

    private final byte[] digest;

    private SharedSecret(String text) {
        this.digest = digest(text);
    }

    /**
     * Reads a secret; empty when neither file nor variable is there.
     *
     * @param file whose content it is, without the line break at the end
     * @param variable name of the environment variable that holds it otherwise
     * @param environment of this process
     * @throws UnusableException when both are there, the file can't be read, or it is no secret
     */
    public static Optional<SharedSecret> of(Optional<Path> file, String variable, Map<String, String> environment)
            throws UnusableException {
        String given = environment.getOrDefault(variable, "").strip();
        if (file.isEmpty()) {
            return given.isEmpty() ? Optional.empty() : Optional.of(checked(given, variable));
        }
        if (!given.isEmpty()) {
            throw new UnusableException("both the file " + file.get() + " and " + variable + " are set: one of them");
        }
        return Optional.of(checked(read(file.get()), file.get().toString()));
    }

    private static String read(Path file) throws UnusableException {
        try {
            // a byte is a character at least, and a line break may follow
            if (Files.size(file) > 4L * MOST_CHARACTERS) {
                throw new UnusableException(file + " is too large for a secret");
            }
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UnusableException(file + " can't be read as a text file");
        }
    }

    private static SharedSecret checked(String text, String source) throws UnusableException {
        if (text.length() < LEAST_CHARACTERS || text.length() > MOST_CHARACTERS) {
            throw new UnusableException(source + " must hold " + LEAST_CHARACTERS + " to " + MOST_CHARACTERS
                    + " characters (openssl rand -hex 32), holds " + text.length());
        }
        if (!text.chars().allMatch(character -> character > ' ' && character < 0x7f)) {
            throw new UnusableException(source + " must hold one line of printable ASCII without spaces");
        }
        return new SharedSecret(text);
    }

    /** Whether the text is the secret; takes as long whatever the text is, but for its length. */
    public boolean isShownBy(String text) {
        return MessageDigest.isEqual(digest, digest(text));
    }

    /** Whether both are the same secret. */
    public boolean isThatOf(SharedSecret other) {
        return MessageDigest.isEqual(digest, other.digest);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Nothing of it. */
    @Override
    public String toString() {
        return "a secret";
    }
}
