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

    Brokers brokers() {
        return new Brokers(bootstrap, Optional.ofNullable(security));
    }
}
