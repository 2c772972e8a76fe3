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

    /** Copies of the state that other instances keep up to date, to go on at once when this one is lost. */
    @WithDefault("0")
    @Min(0)
    @Max(5)
    int standbyReplicas();

    /** What the newest explanations are. */
    Windows windows();

    /** What the newest explanations are. */
    interface Windows {

        /** How many of the newest explanations of a group are a window: at least so many, at most a tenth more; rounded up to a multiple of 10. */
        @WithDefault("100")
        @Min(10)
        @Max(100_000)
        int last();
    }

    /** Where Kafka is. */
    interface Kafka {

        /** One or more HOST:PORT, separated by commas. */
        @WithDefault("localhost:9092")
        String bootstrapServers();
    }
}
