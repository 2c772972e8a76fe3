package io.limen.producer.adapter.identity;

import io.limen.producer.application.BadInput;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.function.Consumer;

/** The file that holds the secret of pseudonyms. Whoever has it can tell which study a pseudonym stands for. */
public final class KeyFile {

    /** As long as the hash. */
    private static final int NEW_KEY = 32;

    private static final int SHORTEST = 16;
    private static final int LONGEST = 4096;

    private KeyFile() {}

    /**
     * Reads a key that somebody made.
     *
     * @throws BadInput if there is none of 16 to 4096 bytes
     */
    public static byte[] read(Path file) {
        try {
            long bytes = Files.size(file);
            if (bytes < SHORTEST || bytes > LONGEST) {
                throw new BadInput(
                        "a pseudonym key has " + SHORTEST + " to " + LONGEST + " bytes, " + file + " has " + bytes);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BadInput("can't read the pseudonym key " + file);
        }
    }

    /**
     * Reads the user's own key; the first time it is made of random bytes, for its owner alone.
     *
     * @param made told when it was made
     * @throws BadInput if it can be neither read nor made
     */
    public static byte[] own(Path file, Consumer<String> made) {
        if (!Files.exists(file)) {
            make(file, made);
        }
        return read(file);
    }

    private static void make(Path file, Consumer<String> made) {
        byte[] key = new byte[NEW_KEY];
        new SecureRandom().nextBytes(key);
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            // readable by its owner alone, and never seen half written
            Path whole = Files.write(Files.createTempFile(folder, ".key", ".new"), key);
            try {
                Files.move(whole, file);
            } finally {
                Files.deleteIfExists(whole);
            }
            made.accept("made a key for the pseudonyms of studies, " + file
                    + "; keep it, and give it to every producer of this" + " house by --pseudonym-key");
        } catch (FileAlreadyExistsException e) {
            // somebody else was quicker: theirs is the key
        } catch (IOException e) {
            throw new BadInput(
                    "can't make the key for the pseudonyms of studies, " + file + "; give one by --pseudonym-key");
        }
    }
}
