package io.limen.producer.domain.deployment;

import java.util.Objects;

/**
 * A model where it runs.
 *
 * @param model the model
 * @param site where, for instance a hospital; not blank, up to 100 characters
 */
public record Deployment(ModelVersion model, String site) {

    public Deployment {
        Objects.requireNonNull(model, "model");
        if (site.isBlank() || site.length() > 100) {
            throw new IllegalArgumentException("site: " + site);
        }
    }
}
