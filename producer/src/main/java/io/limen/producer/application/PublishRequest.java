package io.limen.producer.application;

import io.limen.producer.domain.identity.Sha256;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What the user asks for.
 *
 * @param origin where the cases come from
 * @param plan how they are published
 * @param brokers where they are published
 * @param imageStore where images go that are too large for a record
 * @param cache folder of cases that were prepared before, and takes those of this run
 * @param journal file that says what earlier runs have published, and takes what this one does
 * @param privacy what must not be known from them
 * @param by who publishes, for the audit log; not blank
 */
public record PublishRequest(
        CaseOrigin origin,
        PublishPlan plan,
        Brokers brokers,
        Optional<ImageStoreChoice> imageStore,
        Optional<Path> cache,
        Optional<Path> journal,
        Privacy privacy,
        String by) {

    public PublishRequest {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(brokers, "brokers");
        Objects.requireNonNull(imageStore, "imageStore");
        Objects.requireNonNull(cache, "cache");
        Objects.requireNonNull(journal, "journal");
        Objects.requireNonNull(privacy, "privacy");
        if (by.isBlank()) {
            throw new IllegalArgumentException("PublishRequest: by nobody");
        }
    }

    /** Digest of everything that decides how files are read. */
    public Sha256 waysOfReading() {
        return Sha256.of(origin + "\n" + privacy);
    }

    /**
     * Digest of everything that decides which cases are published where; how fast and how many is another matter. An option
     * that is added to the origin is part of it by itself.
     */
    public Sha256 fingerprint() {
        return Sha256.of(String.join(
                "\n",
                origin.toString(),
                plan.deployments().toString(),
                String.valueOf(plan.withGroundTruth()),
                plan.shadow().map(Path::toString).orElse(""),
                privacy.toString(),
                brokers.bootstrap()));
    }
}
