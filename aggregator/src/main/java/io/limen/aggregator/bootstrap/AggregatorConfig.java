package io.limen.aggregator.bootstrap;

import io.limen.aggregator.domain.drift.WatchSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

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

    /** The watch on how models perceive. */
    Drift drift();

    /** Who may tell the watch something. */
    Commands commands();

    /** Where alerts are told. */
    Alertmanager alertmanager();

    /** The watch on how models perceive. */
    interface Drift {

        /** Studies of the reference of each group. */
        @WithDefault("100")
        @Min(WatchSettings.LEAST_REFERENCE)
        @Max(WatchSettings.MOST_REFERENCE)
        int reference();

        /** The promise: at least so many studies, on average, between two false alarms of a group. */
        @WithDefault("1000")
        @Min(WatchSettings.LEAST_RUN_LENGTH)
        @Max(1_000_000)
        double expectedRunTime();

        /** A study is complete when no case of it has come for so long. */
        @WithDefault("PT1M")
        Duration studyGap();
    }

    /** Who may tell the watch something. */
    interface Commands {

        /** Callers show it as {@code Authorization: Bearer}; without it only callers on this machine are obeyed. */
        Optional<String> token();
    }

    /** Where alerts are told. */
    interface Alertmanager {

        /** An Alertmanager, without the path; none when missing. */
        Optional<URI> url();
    }

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
        @Pattern(
                regexp = "[^\\s,]+:\\d{1,5}(\\s*,\\s*[^\\s,]+:\\d{1,5})*",
                message = "must be host:port, comma-separated")
        String bootstrapServers();

        /** client.properties with security.protocol, ssl.* and sasl.*, as Kafka's own tools read it; absent: neither encryption nor a name. */
        Optional<Path> security();
    }
}
