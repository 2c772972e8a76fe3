package io.limen.producer.application;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Where cases are published.
 *
 * @param bootstrap HOST:PORT, several separated by commas
 * @param security client.properties with what the brokers ask for; empty: neither encryption nor a name
 */
public record Brokers(String bootstrap, Optional<Path> security) {

    public Brokers {
        Objects.requireNonNull(bootstrap, "bootstrap");
        Objects.requireNonNull(security, "security");
    }

    @Override
    public String toString() {
        return bootstrap;
    }
}
