package io.limen.producer.application;

import java.util.Objects;
import java.util.Optional;

/**
 * What the user asks for.
 *
 * @param origin where the cases come from
 * @param plan how they are published
 * @param brokers where they are published
 * @param imageStore where images go that are too large for a record
 */
public record PublishRequest(
        CaseOrigin origin, PublishPlan plan, Brokers brokers, Optional<ImageStoreChoice> imageStore) {

    public PublishRequest {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(brokers, "brokers");
        Objects.requireNonNull(imageStore, "imageStore");
    }
}
