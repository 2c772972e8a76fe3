package io.limen.explainer.adapter.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.explainer.application.ImageStore.MissingImageException;
import io.limen.explainer.application.ImageStore.UnavailableImageException;
import io.limen.explainer.application.ImageStoreUnavailableException;
import io.limen.explainer.application.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileImageStoreTest {

    private static final byte[] CONTENT = {1, 2, 3, 4, 5};
    private static final String HASH = Sha256.of(CONTENT);
    private static final String REFUSED = "the referenced image is not there, or not in an allowed folder";

    @TempDir
    Path parent;

    private Path allowed;
    private Path outside;
    private FileImageStore store;

    @BeforeEach
    void makeFolders() throws IOException {
        allowed = Files.createDirectory(parent.resolve("images"));
        outside = Files.write(parent.resolve(HASH + ".png"), CONTENT);
        store = new FileImageStore(List.of(parent.resolve("not-yet"), allowed), 5);
    }

    @Test
    void imageUnderARootIsRead() throws Exception {
        Path image = Files.write(Files.createDirectory(allowed.resolve("a b")).resolve(HASH + ".png"), CONTENT);
        assertArrayEquals(CONTENT, store.read(image.toUri().toString(), HASH));
    }

    @Test
    void imageOutsideIsRefusedLikeOneThatIsNotThere() throws Exception {
        Path folder = Files.createDirectory(allowed.resolve("links"));
        Path link = Files.createSymbolicLink(folder.resolve(HASH + ".png"), outside);
        assertEquals(REFUSED, rejection(outside.toUri().toString(), HASH));
        assertEquals(REFUSED, rejection(allowed.toUri() + "../" + HASH + ".png", HASH));
        assertEquals(REFUSED, rejection(link.toUri().toString(), HASH));
        assertEquals(REFUSED, rejection(allowed.resolve(HASH + ".png").toUri().toString(), HASH));
        Path itself = Files.createDirectory(allowed.resolve(HASH + ".png"));
        assertEquals(REFUSED, rejection(itself.toUri().toString(), HASH));
    }

    @Test
    void otherBytesThanHashedAreRefused() throws Exception {
        Path image = Files.write(allowed.resolve(HASH + ".png"), new byte[] {5, 4, 3, 2, 1});
        assertEquals(
                "the referenced image is not the one whose SHA-256 came with it",
                rejection(image.toUri().toString(), HASH));
    }

    @Test
    void aFileOfAnotherNameIsNotLookedAt() throws Exception {
        Path image = Files.write(allowed.resolve("portrait.png"), CONTENT);
        assertEquals(
                "a file that is referred to must have the name <its SHA-256>.png",
                rejection(image.toUri().toString(), HASH));
    }

    @Test
    void aFolderThatIsAwayIsAPassingFault() {
        Path away = parent.resolve("not-mounted");
        FileImageStore unmounted = new FileImageStore(List.of(allowed, away), 5);
        String inIt = away.resolve(HASH + ".png").toUri().toString();
        assertThrows(ImageStoreUnavailableException.class, () -> unmounted.read(inIt, HASH));
        assertThrows(
                MissingImageException.class,
                () -> unmounted.read(outside.toUri().toString(), HASH),
                "what is in none of them need not be waited for");
    }

    @Test
    void withoutFoldersNothingIsThere() {
        FileImageStore none = new FileImageStore(List.of(), 5);
        assertThrows(
                MissingImageException.class, () -> none.read(outside.toUri().toString(), HASH));
    }

    @Test
    void largeFileIsRefused() throws Exception {
        Path image = Files.write(allowed.resolve(HASH + ".png"), new byte[6]);
        assertEquals(
                "the referenced image is larger than 5 bytes",
                rejection(image.toUri().toString(), HASH));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://host/a.png | an image reference must be a file: URI",
                "a.png | an image reference must be a file: URI",
                "file://host/a.png | the image reference is no valid file: URI",
                "file:a.png | the image reference is no valid file: URI",
                "file:///a%00b | the image reference is no valid file: URI",
                "file:///a b | the image reference is no valid file: URI",
            })
    void otherReferencesAreRefused(String uri, String line) {
        assertEquals(line, rejection(uri, HASH));
    }

    @Test
    void hashMustBeAHash() {
        assertEquals(
                "the image reference has no SHA-256 of 64 lower-case hexadecimal digits",
                rejection(outside.toUri().toString(), "abc"));
    }

    private String rejection(String uri, String sha256) {
        return assertThrows(UnavailableImageException.class, () -> store.read(uri, sha256))
                .getMessage();
    }
}
