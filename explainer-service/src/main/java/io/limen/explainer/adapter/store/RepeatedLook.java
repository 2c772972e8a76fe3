package io.limen.explainer.adapter.store;

import io.limen.explainer.application.ImageStore;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Looks again for an image that is not there: a network file system, or a store that copies to other sites, shows it a moment
 * after whoever wrote it has told of it.
 *
 * @param store where images are
 * @param pause waits
 */
public record RepeatedLook(ImageStore store, Consumer<Duration> pause) implements ImageStore {

    /** Long enough for a replica, short enough for a record that leads nowhere to cost little. */
    static final List<Duration> PAUSES = List.of(Duration.ofMillis(200), Duration.ofSeconds(1));

    @Override
    public byte[] read(String uri, String sha256) throws UnavailableImageException {
        for (Duration wait : PAUSES) {
            try {
                return store.read(uri, sha256);
            } catch (MissingImageException e) {
                pause.accept(wait);
            }
        }
        return store.read(uri, sha256);
    }
}
