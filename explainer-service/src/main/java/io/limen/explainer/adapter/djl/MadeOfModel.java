package io.limen.explainer.adapter.djl;

import io.limen.explainer.adapter.djl.archive.InstrumentedArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What was made of one model, and need not be made again by the next process.
 *
 * @param sha256 of the model's file
 * @param circumstances what numbers that the model gives depend on besides, in their last digits
 * @param files where it is kept; absent: nowhere
 */
record MadeOfModel(String sha256, String circumstances, Optional<KeptFiles> files) {

    /**
     * A file that was kept, named by the model and by the version of the code that instruments it.
     *
     * @param what letters, digits and dashes
     */
    Optional<Path> find(String what, String ending) {
        return files.flatMap(kept -> kept.find(key(what), ending));
    }

    /** An empty file for what is to be kept; only its owner can read it. */
    Path draft() throws IOException {
        return files.isPresent() ? files.get().draft() : Files.createTempFile("limen-", StoredBytes.DRAFT);
    }

    /** Keeps a draft; where it lies now, which is where it was if it can't be kept. */
    Path keep(Path draft, String what, String ending) throws IOException {
        return files.isPresent() ? files.get().keep(draft, key(what), ending) : draft;
    }

    private String key(String what) {
        return sha256 + "-" + InstrumentedArchive.VERSION + "-" + what;
    }
}
