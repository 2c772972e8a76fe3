package io.limen.explainer.bootstrap;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What can be set. Checked as a whole by {@link ConfigCheck} before anything starts. */
@ConfigMapping(prefix = "limen")
public interface ExplainerConfig {

    Kafka kafka();

    SchemaRegistry schemaRegistry();

    /** How cases are handed out: share (a share group), or group (a consumer group, for brokers before Kafka 4.2). */
    @WithDefault("share")
    String delivery();

    /** Cases explained at a time; absent: one per processor. */
    OptionalInt workers();

    /** How long a running case may go on once the service is asked to stop. */
    @WithDefault("PT5S")
    Duration shutdownTimeout();

    Models models();

    Images images();

    Explain explain();

    Limits limits();

    Overload overload();

    Access access();

    /** Who may read what by HTTP. Health is open to everybody in a word: probes show no token. */
    interface Access {

        /**
         * File with the token that whoever collects /q/metrics shows; absent, and LIMEN_METRICS_TOKEN not in the environment:
         * everybody who reaches the port may. Who shows it sees the details of health, too; absent: who calls on this machine.
         */
        Optional<Path> metricsTokenFile();
    }

    /** The stream. */
    interface Kafka {

        /** host:port, comma-separated. */
        @WithDefault("localhost:9092")
        String bootstrapServers();

        /** client.properties with security.protocol, ssl.* and sasl.*, as Kafka's own tools read it; absent: neither encryption nor a name. */
        Optional<Path> security();

        /** Name of the group that the workers are members of. */
        @WithDefault("explainer")
        String group();
    }

    /** What comes before a record on a topic. */
    interface SchemaRegistry {

        /** http or https address of a registry with Confluent's interface, without a name or password; absent: Avro's single-object encoding. A text, for it must not be repeated when it is no address. */
        Optional<String> url();

        /** File with the value of the header Authorization that the registry is shown. */
        Optional<Path> authorizationFile();
    }

    /** Where models come from. */
    interface Models {

        /** Folders of model repositories. */
        Optional<List<Path>> roots();

        /** MODEL@VERSION to load before the first case; absent: all that the roots hold. */
        Optional<List<String>> preload();
    }

    /** Where images by reference may lie. */
    interface Images {

        /** Folders that files may be read from; absent: none. */
        Optional<List<Path>> roots();

        /** A bucket of an object store that images may be read from. */
        S3 s3();
    }

    /** An object store that speaks S3; credentials come from the environment or from files, as Amazon's own tools read them. */
    interface S3 {

        /** s3://BUCKET or s3://BUCKET/PREFIX, as the producer was given it; absent: none. */
        Optional<String> location();

        /** http or https address of the store; absent: Amazon's own. */
        Optional<URI> endpoint();

        /** Where the bucket is. */
        @WithDefault("us-east-1")
        String region();
    }

    /** What an explanation is asked to be. */
    interface Explain {

        /** Side of a block, pixels of the model's input. */
        @WithDefault("8")
        int blockSize();

        /** Side of a region that is chosen, pixels of the model's output. */
        @WithDefault("32")
        int regionSize();

        /** adaptive, or published. */
        @WithDefault("adaptive")
        String schedule();

        /** adaptive: root-mean-square standard error over all treated blocks at which to stop, percentage points; absent: as published. */
        OptionalDouble targetStandardError();

        /** published: draws per block in screening. */
        @WithDefault("3")
        int screeningDraws();

        /** published: fresh draws per relevant block. */
        @WithDefault("50")
        int draws();

        /** Smaller effects don't matter, percentage points; published sets them to zero. */
        @WithDefault("0.02")
        double tau();

        /** Wall-clock per case: what a published explanation of 256x256 pixels takes on a GPU, and a rough one on a CPU. */
        @WithDefault("PT2M")
        Duration budget();

        /** Forward passes per case; absent: no limit. */
        OptionalLong maxForwards();

        /** Seed of every random choice. */
        @WithDefault("0")
        long seed();

        /** Whether parts of the network are explained too. */
        @WithDefault("false")
        boolean components();

        /** Images that components are replaced from; fewer when the bank has fewer. */
        @WithDefault("16")
        int componentDonors();

        /** Channels that are verified by interventions; each costs a forward pass per donor and two more. */
        @WithDefault("16")
        int componentChannels();

        /**
         * Forward passes that the check of a map may take at most: how far it foretells what replacing blocks together does. 32 to
         * 4096; 0: no check.
         */
        @WithDefault("64")
        int faithfulness();

        /** What forward passes run on: auto, cpu or gpu:N. */
        @WithDefault("auto")
        String device();

        /** The most images in one forward pass; absent: what suits the device. */
        OptionalInt batchSize();

        /** auto: the fastest way to run a model is measured at its first case and remembered; off: it is run as it is. */
        @WithDefault("auto")
        String warmUp();

        /** Folder that remembers what was measured; absent: the user's own. */
        Optional<Path> cache();
    }

    /** What is decoded at all. */
    interface Limits {

        /** Bytes of an image or mask inside a record. */
        @WithDefault("524288")
        int imageBytes();

        /** Bytes of an image by reference. */
        @WithDefault("67108864")
        long referencedImageBytes();

        /** Pixels of an image or mask. */
        @WithDefault("16777216")
        long imagePixels();
    }

    /** What happens when more cases come than can be explained. */
    interface Overload {

        /** off: every case is explained, however long it waits; sample: less time each, then by lot. */
        @WithDefault("off")
        String policy();

        /** sample: how long a case may wait for its lot. */
        @WithDefault("PT10M")
        Duration patience();

        /** sample: the least part of the usual time that a case gets; below it, lots are drawn. */
        @WithDefault("0.25")
        double leastBudget();

        /** sample: no case is explained with a smaller probability, whatever waits; one in a million or more. */
        @WithDefault("0.001")
        double leastProbability();
    }
}
