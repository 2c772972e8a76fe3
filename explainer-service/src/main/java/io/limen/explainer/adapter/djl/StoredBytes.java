package io.limen.explainer.adapter.djl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a folder's files take together.
 *
 * @param folder without folders in it
 * @param mostBytes of all files
 */
record StoredBytes(Path folder, long mostBytes) {

    /** How the names of files end that are not finished. */
    static final String DRAFT = ".tmp";

    /** Nothing takes that long to write: whoever began it is gone. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    /** @param used when it was last used or written */
    private record Stored(Path file, long bytes, Instant used) {}

    /** Removes the files that were used the longest time ago until so many bytes more would fit. */
    void makeRoom(long more) throws IOException {
        List<Stored> files = files();
        long bytes = more + files.stream().mapToLong(Stored::bytes).sum();
        Instant abandoned = Instant.now().minus(ABANDONED);
        for (Stored one : files) {
            boolean draft = one.file().toString().endsWith(DRAFT);
            if (draft ? one.used().isBefore(abandoned) : bytes > mostBytes) {
                Files.deleteIfExists(one.file());
                bytes -= one.bytes();
            }
        }
    }

    /** The longest unused first; what another process removes meanwhile is left out. Drafts count when they are finished. */
    private List<Stored> files() throws IOException {
        List<Stored> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                try {
                    BasicFileAttributes known = Files.readAttributes(file, BasicFileAttributes.class);
                    long bytes = file.toString().endsWith(DRAFT) ? 0 : known.size();
                    files.add(new Stored(file, bytes, known.lastModifiedTime().toInstant()));
                } catch (NoSuchFileException gone) {
                    // Nothing to count.
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        files.sort(Comparator.comparing(Stored::used));
        return files;
    }
}
