package io.limen.quickstart.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The temporary folder of one run: the broker's records, logs, the aggregator's state, what libraries unpack. Gone after
 * {@link #close()}.
 *
 * @param path an existing folder
 */
record RunFolder(Path path) implements AutoCloseable {

    private static final int ATTEMPTS = 20;

    static RunFolder create() {
        try {
            return new RunFolder(Files.createTempDirectory("limen-demo-"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create a temporary folder", e);
        }
    }

    /** A new folder in it. */
    Path folder(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + name, e);
        }
    }

    /** Deletes it with all that is in it; a process that is just ending may still write to it, hence several attempts. */
    @Override
    public void close() {
        for (int attempt = 1; !delete(); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new IllegalStateException("cannot delete " + path);
            }
        }
    }

    /** One attempt to delete it; whether it is gone. */
    boolean delete() {
        if (!Files.exists(path)) {
            return true;
        }
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
            return true;
        } catch (IOException | UncheckedIOException e) {
            return false; // something appeared or went while it was walked
        }
    }
}
