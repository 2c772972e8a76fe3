package io.limen.producer.adapter.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.producer.application.BadInput;
import io.limen.producer.domain.identity.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderImageStoreTest {

    private static final byte[] PNG = {1, 2, 3};
    private static final Sha256 DIGEST = Sha256.of(PNG);

    @TempDir
    private Path folder;

    @Test
    void anImageIsFoundUnderItsDigest() throws IOException {
        URI uri = FolderImageStore.open(folder.resolve("new")).keep(PNG, DIGEST);

        assertEquals(DIGEST.hex() + ".png", Path.of(uri).getFileName().toString());
        assertArrayEquals(PNG, Files.readAllBytes(Path.of(uri)));
    }

    @Test
    void theSameImageIsKeptOnce() throws IOException {
        FolderImageStore store = FolderImageStore.open(folder);

        assertEquals(store.keep(PNG, DIGEST), store.keep(PNG, DIGEST));

        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of(DIGEST.hex() + ".png"),
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.write(folder.resolve("file"), PNG);

        assertThrows(BadInput.class, () -> FolderImageStore.open(file));
    }
}
