package io.limen.producer.adapter.cli;

import io.limen.producer.application.Brokers;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where Kafka is. */
final class BrokerOptions {

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            defaultValue = "localhost:9092",
            description = "The Kafka broker. Default: localhost:9092.")
    private String bootstrap;

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = "client.properties with security.protocol, ssl.* and sasl.*, as Kafka's own tools read it.")
    private Path security;

    @Option(
            names = "--schema-registry",
            paramLabel = "URL",
            description = "A schema registry with Confluent's interface, where the services have one.")
    private String schemaRegistry;

    @Option(
            names = "--schema-registry-authorization",
            paramLabel = "FILE",
            description = "File with the header Authorization that the registry is shown, as \"Bearer ...\".")
    private Path registryAuthorization;

    Brokers brokers() {
        return new Brokers(
                bootstrap,
                Optional.ofNullable(security),
                Optional.ofNullable(schemaRegistry),
                Optional.ofNullable(registryAuthorization));
    }
}
