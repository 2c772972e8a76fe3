package io.limen.aggregator.bootstrap;

import io.limen.aggregator.adapter.topology.state.StateFormat;
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
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

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

    /** Format that the state is written in: the newest, or the one before, for a version that has to go back to the one before it. */
    @WithDefault("" + StateFormat.NEWEST)
    @Min(StateFormat.OLDEST_WRITTEN)
    @Max(StateFormat.NEWEST)
    int stateFormat();

    /** Newest explanations kept per model, site and reference mode for the dashboard, with their pictures; of one model twice as many at most. */
    @WithDefault("12")
    @Min(1)
    @Max(100)
    int newestExplanations();

    /** Explanations, of all models together, that can be looked up by their id: the newest ones. Each takes some 80 bytes of memory, and at the start one read of its record. */
    @WithDefault("20000")
    @Min(100)
    @Max(200_000)
    int indexedExplanations();

    /** Copies of the state that other instances keep up to date, to go on at once when this one is lost. */
    @WithDefault("0")
    @Min(0)
    @Max(5)
    int standbyReplicas();

    /** What the newest explanations are. */
    Windows windows();

    /** The watch on how models perceive. */
    Drift drift();

    /** Who may read and change what over HTTP. */
    Access access();

    /** Where alerts are told. */
    Alertmanager alertmanager();

    /** Where the ids of schemas come from. */
    SchemaRegistry schemaRegistry();

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
        @Max(100_000_000)
        double expectedRunTime();

        /** A study is complete when no case of it has come for so long. */
        @WithDefault("PT1M")
        @DurationMin(millis = 1)
        @DurationMax(days = 7)
        Duration studyGap();
    }

    /**
     * Who may read and change what over HTTP. Without tokens and without OIDC only callers on this machine are answered. Tokens may
     * stand in the environment variables {@code LIMEN_VIEWER_TOKEN} and {@code LIMEN_OPERATOR_TOKEN} instead of files.
     */
    interface Access {

        /** File with the token of those who may read. */
        Optional<Path> viewerTokenFile();

        /** File with the token of those who may read and change. */
        Optional<Path> operatorTokenFile();

        /** OIDC access tokens. */
        Oidc oidc();

        /** Whether probes of /q/health need no token. */
        @WithDefault("true")
        boolean openHealth();

        /** Whether /q/metrics needs no role; otherwise it takes that of a viewer, for it tells names of models and sites, and numbers. */
        @WithDefault("false")
        boolean openMetrics();

        /** Whether everybody who reaches the port may read, from any machine, who calls it by one of its names. */
        @WithDefault("false")
        boolean openReading();

        /** Names, without a port, that who shows no token must call this service by; localhost and the one that it listens at when missing. */
        Optional<Set<String>> hosts();

        /** Changes of one caller. */
        @WithDefault("60")
        @Min(1)
        @Max(6_000)
        int writesPerMinute();

        /** Feeds that one client may hold open: a person, or all at one address who share a token or show none. */
        @WithDefault("20")
        @Min(1)
        @Max(200)
        int feedsPerClient();
    }

    /** OIDC access tokens. */
    interface Oidc {

        /** Who issues them: https, or http on this machine; its discovery document is read. None are taken when missing. */
        Optional<URI> issuer();

        /** Whom a token must be meant for: the name under which the issuer knows this service. */
        Optional<String> audience();

        /** Path of the claim with the roles, parts separated by /; where providers usually put them when missing. */
        Optional<String> rolesClaim();

        /** Name of the role that may read. */
        @WithDefault("limen-viewer")
        String viewerRole();

        /** Name of the role that may read and change. */
        @WithDefault("limen-operator")
        String operatorRole();
    }

    /** Where alerts are told. */
    interface Alertmanager {

        /** An Alertmanager, http or https, without the path and without a name or password; none when missing. A text: whoever can't make an address of it must not repeat it, it may hold a password. */
        Optional<String> url();
    }

    /** What comes before a record on a topic. */
    interface SchemaRegistry {

        /** http or https address of a registry with Confluent's interface, without a name or password; records are in Avro's single-object encoding when missing. A text: whoever can't make an address of it must not repeat it, it may hold a password. */
        Optional<String> url();

        /** File with the value of the header Authorization that the registry is shown. */
        Optional<Path> authorizationFile();
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
