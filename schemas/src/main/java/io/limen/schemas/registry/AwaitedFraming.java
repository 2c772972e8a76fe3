package io.limen.schemas.registry;

import java.util.Optional;
import org.apache.kafka.common.KafkaException;

/**
 * The framing of a service whose registry may not be there yet: asked for until it has answered once, and known from then on,
 * whatever becomes of the registry. Safe for use by several threads.
 */
public final class AwaitedFraming {

    private final Optional<SchemaRegistry> registry;
    private volatile RecordFraming framing;

    private AwaitedFraming(Optional<SchemaRegistry> registry) {
        this.registry = registry;
        this.framing = registry.isEmpty() ? RecordFraming.NONE : null;
    }

    /** By the registry that is set, if one is. */
    public static AwaitedFraming of(Optional<RegistryAccess> access) {
        return new AwaitedFraming(access.map(SchemaRegistry::new));
    }

    /** Nothing to wait for: records stay as they are. */
    public static AwaitedFraming none() {
        return of(Optional.empty());
    }

    /**
     * Asks the registry unless it has answered.
     *
     * @return one line that says what is missing; empty when records can be framed
     */
    public synchronized Optional<String> missing() {
        if (framing != null) {
            return Optional.empty();
        }
        try {
            framing = RecordFraming.of(registry.orElseThrow());
            return Optional.empty();
        } catch (RegistryException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** @throws KafkaException while the registry has not answered: clients can't be made, as when brokers' names are not known */
    public RecordFraming framing() {
        RecordFraming known = framing;
        if (known == null) {
            throw new KafkaException("the schema registry has not answered yet");
        }
        return known;
    }
}
