package io.limen.producer.adapter.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.producer.application.BadInput;
import io.limen.producer.application.ImageNotKeptException;
import io.limen.producer.domain.identity.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderImageStoreTest {

    private static final byte[] PNG = {1, 2, 3};
    private static final Sha256 DIGEST = Sha256.of(PNG);
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final InstantSource TIME = InstantSource.fixed(NOW);
    private static final Duration MONTH = Duration.ofDays(30);

    @TempDir
    private Path folder;

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private void old(String name) throws IOException {
        Path file = Files.write(folder.resolve(name), PNG);
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(MONTH).minusSeconds(1)));
    }

    @Test
    void anImageIsFoundUnderItsDigest() throws IOException {
        URI uri = FolderImageStore.open(folder.resolve("new"), TIME).keep(PNG, DIGEST);

        assertEquals(DIGEST.hex() + ".png", Path.of(uri).getFileName().toString());
        assertArrayEquals(PNG, Files.readAllBytes(Path.of(uri)));
    }

    @Test
    void theSameImageIsKeptOnce() throws IOException {
        FolderImageStore store = FolderImageStore.open(folder, TIME);

        assertEquals(store.keep(PNG, DIGEST), store.keep(PNG, DIGEST));

        assertEquals(Set.of(DIGEST.hex() + ".png"), names());
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.write(folder.resolve("file"), PNG);

        assertThrows(BadInput.class, () -> FolderImageStore.open(file, TIME));
    }

    @Test
    void aFolderThatVanishesKeepsNothingAndSaysSo() throws IOException {
        Path vanishing = folder.resolve("vanishing");
        FolderImageStore store = FolderImageStore.open(vanishing, TIME);
        Files.delete(vanishing);

        assertThrows(ImageNotKeptException.class, () -> store.keep(PNG, DIGEST));
    }

    @Test
    void oldImagesAreSweptAndNothingElse() throws IOException {
        String other = "0".repeat(64);
        old(other + ".png");
        old("." + other + ".77.part");
        old("portrait.png");
        old(other + ".txt");
        Files.setLastModifiedTime(
                Files.write(folder.resolve("1".repeat(64) + ".png"), PNG), FileTime.from(NOW.minus(MONTH)));

        assertEquals(2, FolderImageStore.open(folder, TIME).sweep(MONTH));

        assertEquals(Set.of("portrait.png", other + ".txt", "1".repeat(64) + ".png"), names());
    }

    @Test
    void anImageThatIsPublishedAgainIsNotOld() throws IOException {
        old(DIGEST.hex() + ".png");
        FolderImageStore store = FolderImageStore.open(folder, TIME);

        store.keep(PNG, DIGEST);

        assertEquals(0, store.sweep(MONTH));
    }
}
