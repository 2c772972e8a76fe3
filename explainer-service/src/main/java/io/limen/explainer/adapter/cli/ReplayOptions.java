package io.limen.explainer.adapter.cli;

import static io.limen.explainer.adapter.cli.UserMistakeException.require;

import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.replay.ReplayRequest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** Which published explanation is computed again, and where it lies. */
final class ReplayOptions {

    private static final String REPLAY = "--replay";
    private static final String DEFAULT_REGION = "us-east-1";
    private static final int MOST_SECONDS = 86_400;

    /** What an explanation's record says is not the user's to say. */
    private static final Set<String> WITH_REPLAY = Set.of("--model", "--out", "--device", "--verbose");

    @Option(
            names = REPLAY,
            paramLabel = "ID",
            description = {
                "Compute the explanation of this id again, as its record on the topic attributions says, and compare bit",
                "for bit. Beside the options below only --model M@V (reads that version's partition alone), --out and",
                "--device go with it."
            })
    private String id;

    @Option(names = "--bootstrap", paramLabel = "HOST:PORT", description = "The Kafka brokers.")
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

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "The model repository that the explainer was given. Default: the demo's models.")
    private Path models;

    @Option(
            names = "--image-store",
            paramLabel = "DIR|s3://BUCKET/PREFIX",
            description = "Where images lie that were too large for a record.")
    private String imageStore;

    @Option(
            names = "--s3-endpoint",
            paramLabel = "URL",
            description = "Address of an object store that speaks S3. Default: Amazon's own.")
    private URI endpoint;

    @Option(names = "--s3-region", paramLabel = "NAME", description = "Region of the bucket. Default: us-east-1.")
    private String region;

    @Option(
            names = "--read-seconds",
            paramLabel = "S",
            description = "How long the explanation is looked for. Default: 120.")
    private Integer readSeconds;

    /**
     * Whether a replay is asked for.
     *
     * @throws UserMistakeException when options are given that don't go together
     */
    boolean wanted(ParseResult given) throws UserMistakeException {
        Set<String> own = Set.of(
                REPLAY,
                "--bootstrap",
                "--kafka-config",
                "--schema-registry",
                "--schema-registry-authorization",
                "--models",
                "--image-store",
                "--s3-endpoint",
                "--s3-region",
                "--read-seconds");
        for (OptionSpec option : given.matchedOptions()) {
            String name = option.longestName();
            require(
                    id == null || own.contains(name) || WITH_REPLAY.contains(name),
                    name + " does not go with --replay: the record says it");
            require(id != null || !own.contains(name), name + " goes with --replay");
        }
        return id != null;
    }

    /** @param model what --model says; null when it was not given */
    ReplayRequest request(Path model) throws UserMistakeException {
        String lower = id.strip().toLowerCase(Locale.ROOT);
        require(lower.matches("[0-9a-f]{64}"), "--replay: an explanation's id has 64 hexadecimal digits");
        int seconds = readSeconds == null ? 120 : readSeconds;
        require(
                seconds >= 1 && seconds <= MOST_SECONDS,
                "--read-seconds: must be 1 to " + MOST_SECONDS + ", is " + seconds);
        return new ReplayRequest(
                lower,
                model == null ? Optional.empty() : Optional.of(version(model.toString())),
                Duration.ofSeconds(seconds));
    }

    ReplayPlaces places() throws UserMistakeException {
        require(bootstrap != null, "missing option: --bootstrap=HOST:PORT (limen explain --help explains)");
        boolean bucket = imageStore != null && imageStore.startsWith("s3://");
        require(
                bucket || endpoint == null && region == null,
                "--s3-endpoint and --s3-region go with --image-store s3://BUCKET");
        return new ReplayPlaces(
                bootstrap,
                Optional.ofNullable(security),
                Optional.ofNullable(schemaRegistry),
                Optional.ofNullable(registryAuthorization),
                Optional.ofNullable(models),
                Optional.ofNullable(imageStore),
                Optional.ofNullable(endpoint),
                region == null ? DEFAULT_REGION : region);
    }

    private static ModelId version(String text) throws UserMistakeException {
        List<String> parts = List.of(text.split("@", -1));
        require(parts.size() == 2, "--model: with --replay a model and its version, as unet@1, not " + text);
        try {
            return new ModelId(parts.get(0), parts.get(1));
        } catch (IllegalArgumentException e) {
            throw new UserMistakeException("--model: " + e.getMessage(), e);
        }
    }
}
