package io.limen.explainer.adapter.djl;

import io.limen.explainer.application.DeviceChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How models are run.
 *
 * @param device where
 * @param largestBatch the most images in one forward pass, 1 to 1024; absent: what suits the device
 * @param warmUp whether the fastest batch size and order of memory are measured; otherwise the largest batch is taken, as it is
 * @param cache folder that remembers what was measured and made of a model; made when missing, and done without when that fails; absent:
 *     nothing is remembered
 */
public record TorchSettings(DeviceChoice device, OptionalInt largestBatch, boolean warmUp, Optional<Path> cache) {

    /** Beyond it, native memory for one batch no longer fits any machine here. */
    public static final int MOST_IN_A_BATCH = 1024;

    /** More than 8 to 16 images at a time gain nothing on a CPU. */
    private static final int ENOUGH_FOR_A_CPU = 16;

    /** Small networks leave a GPU idle in smaller batches; not measured. */
    private static final int ENOUGH_FOR_A_GPU = 128;

    public TorchSettings {
        largestBatch.ifPresent(batch -> {
            if (batch < 1 || batch > MOST_IN_A_BATCH) {
                throw new IllegalArgumentException("TorchSettings: batch size " + batch);
            }
        });
    }

    /** Everything as it suits this machine. */
    public static TorchSettings on(DeviceChoice device) {
        return new TorchSettings(device, OptionalInt.empty(), true, Optional.of(userCache()));
    }

    /** The folder that the user's programs keep such things in (XDG base directories), else the one of libtorch's files. */
    public static Path userCache() {
        return userCache(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    static Path userCache(Map<String, String> environment, Path home) {
        for (String variable : List.of("XDG_CACHE_HOME", "DJL_CACHE_DIR")) {
            String configured = environment.get(variable);
            if (configured != null && !configured.isBlank()) {
                return Path.of(configured, "limen");
            }
        }
        // In a container the user may have no home.
        Path caches = Files.isDirectory(home) ? home.resolve(".cache") : Path.of(System.getProperty("java.io.tmpdir"));
        return caches.resolve("limen");
    }

    int largestBatch(boolean gpu) {
        return largestBatch.orElse(gpu ? ENOUGH_FOR_A_GPU : ENOUGH_FOR_A_CPU);
    }
}
