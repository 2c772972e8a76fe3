package io.limen.producer.application;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Where cases are published.
 *
 * @param bootstrap HOST:PORT, several separated by commas
 * @param security client.properties with what the brokers ask for; empty: neither encryption nor a name
 * @param schemaRegistry address of a registry that gives the ids in front of records; empty: records need none
 * @param registryAuthorization file with what the registry is shown
 */
public record Brokers(
        String bootstrap,
        Optional<Path> security,
        Optional<String> schemaRegistry,
        Optional<Path> registryAuthorization) {

    public Brokers {
        Objects.requireNonNull(bootstrap, "bootstrap");
        Objects.requireNonNull(security, "security");
        Objects.requireNonNull(schemaRegistry, "schemaRegistry");
        Objects.requireNonNull(registryAuthorization, "registryAuthorization");
    }

    @Override
    public String toString() {
        return bootstrap;
    }
}
