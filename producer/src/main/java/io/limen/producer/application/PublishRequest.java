package io.limen.producer.application;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What the user asks for.
 *
 * @param origin where the cases come from
 * @param plan how they are published
 * @param bootstrap the broker, HOST:PORT
 * @param imageStore folder for images that are too large for a record
 */
public record PublishRequest(CaseOrigin origin, PublishPlan plan, String bootstrap, Optional<Path> imageStore) {

    public PublishRequest {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(bootstrap, "bootstrap");
        Objects.requireNonNull(imageStore, "imageStore");
    }
}
