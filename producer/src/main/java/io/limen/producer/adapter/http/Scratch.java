package io.limen.producer.adapter.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files of one case that came as bytes; deleted once it is read. */
final class Scratch implements AutoCloseable {

    private final List<Path> files = new ArrayList<>();

    /** A file of the bytes; null when there are none. */
    Path file(byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            // readable by this process alone
            Path file = Files.createTempFile("limen-", ".part");
            files.add(file);
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("no room for what was sent", e);
        }
    }

    @Override
    public void close() {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("what was sent can't be deleted", e);
            }
        }
    }
}
