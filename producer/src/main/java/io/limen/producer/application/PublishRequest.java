package io.limen.producer.application;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What the user asks for.
 *
 * @param origin where the cases come from
 * @param plan how they are published
 * @param brokers where they are published
 * @param imageStore folder for images that are too large for a record
 */
public record PublishRequest(CaseOrigin origin, PublishPlan plan, Brokers brokers, Optional<Path> imageStore) {

    public PublishRequest {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(brokers, "brokers");
        Objects.requireNonNull(imageStore, "imageStore");
    }
}
