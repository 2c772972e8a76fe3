package io.limen.explainer.adapter.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.explainer.application.ImageStore;
import io.limen.explainer.application.ImageStore.MissingImageException;
import io.limen.explainer.application.ImageStore.UnavailableImageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepeatedLookTest {

    private static final byte[] IMAGE = {1};

    private final List<Duration> waited = new ArrayList<>();
    private int looks;

    private RepeatedLook overAStoreThatShowsItAtLook(int number) {
        return new RepeatedLook(
                (uri, sha256) -> {
                    if (++looks < number) {
                        throw new MissingImageException("not there");
                    }
                    return IMAGE;
                },
                waited::add);
    }

    @Test
    void anImageThatComesAMomentLaterIsFound() throws Exception {
        assertArrayEquals(IMAGE, overAStoreThatShowsItAtLook(3).read("file:/x", "0"));
        assertEquals(RepeatedLook.PAUSES, waited);
    }

    @Test
    void anImageThatDoesNotComeIsMissing() {
        assertThrows(
                MissingImageException.class,
                () -> overAStoreThatShowsItAtLook(4).read("file:/x", "0"));
        assertEquals(3, looks);
    }

    @Test
    void anImageThatIsRefusedIsNotLookedForAgain() {
        RepeatedLook look = new RepeatedLook(
                (uri, sha256) -> {
                    looks++;
                    throw new UnavailableImageException("too large");
                },
                waited::add);
        assertThrows(UnavailableImageException.class, () -> look.read("file:/x", "0"));
        assertEquals(1, looks);
    }

    @Test
    void theSchemeChoosesTheStore() throws Exception {
        ImageStore folders = (uri, sha256) -> new byte[] {2};
        ImageStore bucket = (uri, sha256) -> new byte[] {3};
        ImageStores both = new ImageStores(folders, Optional.of(bucket));

        assertArrayEquals(new byte[] {2}, both.read("file:/x", "0"));
        assertArrayEquals(new byte[] {3}, both.read("s3://x/y", "0"));
        for (String other : List.of("http://host/a.png", "", ":", "a.png", "file", "ftp:x")) {
            String line = assertThrows(UnavailableImageException.class, () -> both.read(other, "0"))
                    .getMessage();
            assertEquals("an image reference must be a file: or s3: URI", line);
        }
    }

    @Test
    void withoutABucketAReferenceToOneIsRefused() {
        ImageStores folders = new ImageStores((uri, sha256) -> IMAGE, Optional.empty());
        String line = assertThrows(UnavailableImageException.class, () -> folders.read("s3://x/y", "0"))
                .getMessage();
        assertEquals("the explainer was given no object store (limen.images.s3.location)", line);
    }
}
