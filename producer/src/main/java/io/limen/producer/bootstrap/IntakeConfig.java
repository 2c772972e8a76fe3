package io.limen.producer.bootstrap;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that can be set for the intake, under {@code limen}. */
@ConfigMapping(prefix = "limen")
public interface IntakeConfig {

    /** Where Kafka is. */
    Kafka kafka();

    /** What comes before a record on a topic. */
    SchemaRegistry schemaRegistry();

    /** What is taken in. */
    Intake intake();

    /** File of the secret that studies' pseudonyms are made with, the same for every producer of the house. */
    Optional<Path> pseudonymKey();

    /** Who may bring cases. */
    Access access();

    /** Where Kafka is. */
    interface Kafka {

        /** One or more HOST:PORT, separated by commas. */
        @WithDefault("localhost:9092")
        @Pattern(
                regexp = "[^\\s,]+:\\d{1,5}(\\s*,\\s*[^\\s,]+:\\d{1,5})*",
                message = "must be host:port, comma-separated")
        String bootstrapServers();

        /** client.properties with security.protocol, ssl.* and sasl.*, as Kafka's own tools read it. */
        Optional<Path> security();
    }

    /** What comes before a record on a topic. */
    interface SchemaRegistry {

        /** http or https address of a registry with Confluent's interface, without a name or password; records need none when missing. A text, for it must not be repeated when it is no address. */
        Optional<String> url();

        /** File with the value of the header Authorization that the registry is shown. */
        Optional<Path> authorizationFile();
    }

    /** What is taken in. */
    interface Intake {

        /** Requests that are worked at; one more is answered 429. Each may take the memory of one image. */
        @WithDefault("4")
        @Min(1)
        @Max(64)
        int mostAtOnce();

        /** The largest image, in millions of pixels. */
        @WithDefault("40")
        @Min(1)
        @Max(400)
        int mostMegapixels();

        /** Idempotency keys that are remembered. */
        @WithDefault("10000")
        @Min(1)
        @Max(1_000_000)
        int mostKeys();

        /**
         * Folder that the explainer sees too, or s3://BUCKET/PREFIX, for images that are too large for a record; these are
         * refused when missing.
         */
        Optional<String> imageStore();

        /** Address of an object store that speaks S3; Amazon's own when missing. */
        Optional<URI> s3Endpoint();

        /** Region of the bucket. */
        @WithDefault("us-east-1")
        String s3Region();

        /** Areas of every image that are made black, each Y,X,H,W, separated by semicolons. */
        Optional<String> blank();

        /** What model servers call their models: the model that each is. */
        Map<String, String> models();

        /** Where the models of model servers run. */
        Optional<String> site();

        /** What counts as foreground in a mask of probabilities or of 0 to 255, as a share of the most. */
        @WithDefault("0.5")
        double threshold();
    }

    /**
     * Who may bring cases. Without a token and without OIDC only callers on this machine are answered. The token may stand in the
     * environment variable {@code LIMEN_PUBLISHER_TOKEN} instead of a file.
     */
    interface Access {

        /** File with the token of publishers. */
        Optional<Path> publisherTokenFile();

        /** OIDC access tokens. */
        Oidc oidc();

        /** Whether probes of /q/health need no token. */
        @WithDefault("true")
        boolean openHealth();

        /** Whether /q/metrics needs no token; otherwise it takes that of publishers. */
        @WithDefault("false")
        boolean openMetrics();

        /** Whether payload loggers need no token at /events: where only the model servers' network reaches it. */
        @WithDefault("false")
        boolean openEvents();

        /** Names, without a port, that callers without a token must call this service by; localhost and its own when missing. */
        Optional<Set<String>> hosts();
    }

    /** OIDC access tokens. */
    interface Oidc {

        /** Who issues them: https, or http on this machine. None are taken when missing. */
        Optional<URI> issuer();

        /** Whom a token must be meant for: the name under which the issuer knows this service. */
        Optional<String> audience();

        /** Path of the claim with the roles, parts separated by /; where providers usually put them when missing. */
        Optional<String> rolesClaim();

        /** Name of the role that may bring cases. */
        @WithDefault("limen-publisher")
        String publisherRole();
    }
}
