package io.limen.explainer.adapter.djl;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * Remembers on disk what was measured, one small file for every model, named by its SHA-256. Where that can't be read or written it
 * is measured again.
 */
final class PlanCache {

    /** What these files hold at most; larger ones are not ours. */
    private static final long MAX_BYTES = 1 << 16;

    private final Path folder;

    /** @param folder made when something is to be remembered */
    PlanCache(Path folder) {
        this.folder = folder.resolve("batch-plans");
    }

    /**
     * @param sha256 of the model's file
     * @param circumstances under which it was measured
     */
    Optional<BatchPlan> find(String sha256, String circumstances) {
        return plan(read(file(sha256)).getProperty(circumstances, ""));
    }

    /** Remembers a plan; of two at the same time one may get lost. */
    void remember(String sha256, String circumstances, BatchPlan plan) {
        try {
            Files.createDirectories(folder);
            Properties known = read(file(sha256));
            known.setProperty(circumstances, plan.layout().name().toLowerCase(Locale.ROOT) + " " + plan.images());
            StringWriter text = new StringWriter();
            known.store(text, null);
            Path whole = Files.createTempFile(folder, "plan-", ".tmp");
            try {
                Files.writeString(whole, text.toString());
                Files.move(whole, file(sha256), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException unwritable) {
            // The next process measures again.
        }
    }

    private Path file(String sha256) {
        return folder.resolve(sha256 + ".properties");
    }

    private static Properties read(Path file) {
        Properties known = new Properties();
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES) {
                try (Reader in = Files.newBufferedReader(file)) {
                    known.load(in);
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            known.clear();
        }
        return known;
    }

    private static Optional<BatchPlan> plan(String text) {
        String[] words = text.split(" ");
        try {
            return words.length == 2
                    ? Optional.of(new BatchPlan(
                            MemoryLayout.valueOf(words[0].toUpperCase(Locale.ROOT)), Integer.parseInt(words[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
