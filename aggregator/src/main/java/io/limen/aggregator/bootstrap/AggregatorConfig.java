package io.limen.aggregator.bootstrap;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;

/** Everything that can be set, under {@code limen}. */
@ConfigMapping(prefix = "limen")
public interface AggregatorConfig {

    /** Where Kafka is. */
    Kafka kafka();

    /** Application id of the stream: its consumer group, and the prefix of its internal topics and transactions. */
    @WithDefault("limen-aggregator")
    String applicationId();

    /** Where the stream keeps its state; lost state is restored from Kafka. */
    @WithDefault("${java.io.tmpdir}/limen-aggregator")
    Path stateDir();

    /** Newest explanations kept per model for the dashboard, with their pictures. */
    @WithDefault("12")
    @Min(1)
    @Max(100)
    int newestExplanations();

    /** Where Kafka is. */
    interface Kafka {

        /** One or more HOST:PORT, separated by commas. */
        @WithDefault("localhost:9092")
        String bootstrapServers();
    }
}
