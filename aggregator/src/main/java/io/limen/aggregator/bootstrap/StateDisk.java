package io.limen.aggregator.bootstrap;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The file system that the state of the stream lies on.
 *
 * @param folder where the state is kept; may be absent yet
 */
record StateDisk(Path folder) {

    /** As much as the stream writes while it starts; with less it would only fail once more. */
    private static final long ENOUGH_BYTES = 16L * 1024 * 1024;

    private static final int MOST_CAUSES = 20;

    /** What the system says, whoever passes it on: no space on it, or not for us. */
    private static final List<String> SAID =
            List.of("No space left on device", "Disk quota exceeded", "File too large");

    StateDisk {
        folder = folder.toAbsolutePath();
    }

    /** Whether a fault came of a file system that takes no more. */
    static boolean isFull(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .limit(MOST_CAUSES)
                .anyMatch(cause -> SAID.stream().anyMatch(String.valueOf(cause.getMessage())::contains));
    }

    /** Whether there is space to begin with. */
    boolean hasRoom() {
        Path existing = folder;
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        return existing.toFile().getUsableSpace() >= ENOUGH_BYTES;
    }

    /** One line that says what is wrong, and what comes of it. */
    String noSpace() {
        return "no space left for the state in " + folder
                + " (limen.state-dir): nothing is counted until there is some, nothing is lost";
    }
}
