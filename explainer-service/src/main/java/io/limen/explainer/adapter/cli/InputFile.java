package io.limen.explainer.adapter.cli;

import io.limen.explainer.application.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file the user named, read whole.
 *
 * @param option the option that named it, for messages
 * @param path where it lies
 * @param content its bytes; not copied
 */
record InputFile(String option, Path path, byte[] content) {

    /** No usual image is larger; a larger file is named by mistake. */
    static final long MAX_BYTES = 64L * 1024 * 1024;

    /**
     * Reads the file.
     *
     * @throws UserMistakeException when it isn't there, isn't a file, is too large, or can't be read
     */
    static InputFile read(String option, Path path) throws UserMistakeException {
        if (!Files.exists(path)) {
            throw new UserMistakeException(option + ": no such file: " + path);
        }
        if (!Files.isRegularFile(path)) {
            throw new UserMistakeException(option + ": not a file: " + path);
        }
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw new UserMistakeException(
                        option + ": " + path + " is larger than " + MAX_BYTES / 1024 / 1024 + " MiB");
            }
            return new InputFile(option, path, Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UserMistakeException(option + ": can't read " + path, e);
        }
    }

    /** SHA-256 of the bytes, 64 lower-case hexadecimal digits. */
    String sha256() {
        return Sha256.of(content);
    }
}
