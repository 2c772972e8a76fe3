package io.limen.explainer.adapter.kafka;

import io.limen.schemas.registry.AwaitedFraming;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;

/** The ids of the schemas, where a registry is set: asked for until it has answered, and never again. */
public final class RegisteredSchemas implements BrokerRequirement {

    private final AwaitedFraming framing;

    /** By this registry, or none. */
    public RegisteredSchemas(AwaitedFraming framing) {
        this.framing = framing;
    }

    @Override
    public List<String> missing(Admin admin) {
        return framing.missing().stream().toList();
    }
}
