package io.limen.producer.adapter.kafka;

import io.limen.producer.application.BadInput;
import io.limen.producer.application.Brokers;
import io.limen.schemas.registry.RecordFraming;
import io.limen.schemas.registry.RegistryAccess;
import io.limen.schemas.registry.RegistryException;
import java.util.Optional;

/** The schema registry that is named beside the brokers, or none. */
record RegistryConnection(Optional<RegistryAccess> access) {

    /** @throws BadInput a line for the user, when what is named can't be used */
    static RegistryConnection of(Brokers brokers) {
        try {
            return new RegistryConnection(RegistryAccess.of(brokers.schemaRegistry(), brokers.registryAuthorization()));
        } catch (RegistryAccess.UnusableException e) {
            throw new BadInput("--schema-registry: " + e.getMessage());
        }
    }

    /** For who writes. */
    RecordFraming writing() {
        try {
            return RecordFraming.of(access);
        } catch (RegistryException e) {
            throw new BadInput(e.getMessage());
        }
    }

    /** For who reads alone. */
    RecordFraming reading() {
        try {
            return RecordFraming.reading(access);
        } catch (RegistryException e) {
            throw new BadInput(e.getMessage());
        }
    }
}
