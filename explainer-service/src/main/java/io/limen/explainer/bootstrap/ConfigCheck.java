package io.limen.explainer.bootstrap;

import io.limen.explainer.adapter.djl.TorchSettings;
import io.limen.explainer.application.DeviceChoice;
import io.limen.explainer.domain.component.ComponentSettings;
import io.limen.schemas.ImageBucket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what is wrong with a configuration, all of it at once, in words of its keys. */
final class ConfigCheck {

    private static final Pattern HOST_PORT = Pattern.compile("[^\\s,]+:\\d{1,5}");

    /** A worker is a thread with a model's memory: more than this is a typing mistake. */
    private static final int MOST_WORKERS = 256;

    /** What fits one array with room to spare. */
    private static final long LARGEST_FILE = 1L << 30;

    private static final Duration LONGEST = Duration.ofHours(1);

    /** Three kinds of effects of each, some 100 bytes: keeps a record far below Kafka's limit of 1 MiB. */
    private static final int MOST_CHANNELS = 1024;

    private static final Set<String> DELIVERY = Set.of(ConfiguredSettings.SHARE, "group");

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");

    private static final Set<String> WARM_UP = Set.of(ConfiguredSettings.MEASURED, "off");

    private static final Set<String> OVERLOAD = Set.of(ConfiguredSettings.SAMPLING, "off");

    /** What the aggregator takes: it rejects what stands for more cases. */
    private static final double LEAST_PROBABILITY = 1e-6;

    private final List<String> problems = new ArrayList<>();

    private ConfigCheck() {}

    /** One line per problem; empty when the configuration can be used. */
    static List<String> problems(ExplainerConfig config) {
        ConfigCheck check = new ConfigCheck();
        check.stream(config);
        check.registry(config.schemaRegistry());
        check.models(config.models());
        check.images(config.images().s3());
        check.explain(config.explain());
        check.limits(config.limits());
        check.access(config.access());
        check.overload(config.overload());
        return List.copyOf(check.problems);
    }

    private void stream(ExplainerConfig config) {
        for (String server : config.kafka().bootstrapServers().split(",", -1)) {
            require(
                    HOST_PORT.matcher(server.strip()).matches(),
                    "limen.kafka.bootstrap-servers must be host:port, comma-separated, not '"
                            + config.kafka().bootstrapServers() + "'");
        }
        try {
            ConfiguredSettings.security(config.kafka());
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
        }
        require(!config.kafka().group().isBlank(), "limen.kafka.group must not be empty");
        require(
                DELIVERY.contains(config.delivery()),
                "limen.delivery must be share or group, not '" + config.delivery() + "'");
        config.workers()
                .ifPresent(workers -> require(
                        workers >= 1 && workers <= MOST_WORKERS,
                        "limen.workers must be 1 to " + MOST_WORKERS + ", not " + workers));
        duration("limen.shutdown-timeout", config.shutdownTimeout());
    }

    private void registry(ExplainerConfig.SchemaRegistry registry) {
        try {
            ConfiguredSettings.registry(registry);
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
        }
    }

    private void models(ExplainerConfig.Models models) {
        require(
                models.roots().map(roots -> !roots.isEmpty()).orElse(false),
                "limen.models.roots must name the folder of a model repository");
        models.preload().orElse(List.of()).forEach(this::model);
    }

    private void images(ExplainerConfig.S3 store) {
        try {
            store.location().ifPresent(ImageBucket::parse);
        } catch (IllegalArgumentException e) {
            problems.add("limen.images.s3.location is " + e.getMessage());
        }
        store.endpoint()
                .ifPresent(
                        endpoint -> require(
                                SCHEMES.contains(String.valueOf(endpoint.getScheme()))
                                        && endpoint.getHost() != null
                                        && endpoint.getUserInfo() == null,
                                "limen.images.s3.endpoint must be http://HOST:PORT or https://HOST:PORT, without a name or password"));
        require(
                REGION.matcher(store.region()).matches(),
                "limen.images.s3.region must be the name of a region, not '" + store.region() + "'");
    }

    private void model(String text) {
        try {
            ConfiguredSettings.model(text);
        } catch (IllegalArgumentException e) {
            problems.add("limen.models.preload must hold MODEL@VERSION, not '" + text + "'");
        }
    }

    private void explain(ExplainerConfig.Explain explain) {
        device(explain);
        if (!duration("limen.explain.budget", explain.budget()) | !componentsFit(explain)) {
            return;
        }
        try {
            ConfiguredSettings.explanation(explain);
        } catch (IllegalArgumentException e) {
            problems.add("limen.explain: out of range: " + e.getMessage());
        }
    }

    private boolean componentsFit(ExplainerConfig.Explain explain) {
        int donors = explain.componentDonors();
        int channels = explain.componentChannels();
        boolean donorsFit = donors >= 1 && donors <= ComponentSettings.MOST_DONORS;
        boolean channelsFit = channels >= 0 && channels <= MOST_CHANNELS;
        require(
                donorsFit,
                "limen.explain.component-donors must be 1 to " + ComponentSettings.MOST_DONORS + ", not " + donors);
        require(channelsFit, "limen.explain.component-channels must be 0 to " + MOST_CHANNELS + ", not " + channels);
        return donorsFit && channelsFit;
    }

    private void device(ExplainerConfig.Explain explain) {
        try {
            DeviceChoice.parse(explain.device());
        } catch (IllegalArgumentException e) {
            problems.add("limen.explain.device " + e.getMessage());
        }
        explain.batchSize()
                .ifPresent(batch -> require(
                        batch >= 1 && batch <= TorchSettings.MOST_IN_A_BATCH,
                        "limen.explain.batch-size must be 1 to " + TorchSettings.MOST_IN_A_BATCH + ", not " + batch));
        require(
                WARM_UP.contains(explain.warmUp()),
                "limen.explain.warm-up must be auto or off, not '" + explain.warmUp() + "'");
    }

    private void limits(ExplainerConfig.Limits limits) {
        require(limits.imageBytes() >= 1, "limen.limits.image-bytes must be 1 or more, not " + limits.imageBytes());
        require(
                limits.referencedImageBytes() >= 1 && limits.referencedImageBytes() <= LARGEST_FILE,
                "limen.limits.referenced-image-bytes must be 1 to " + LARGEST_FILE + ", not "
                        + limits.referencedImageBytes());
        require(limits.imagePixels() >= 1, "limen.limits.image-pixels must be 1 or more, not " + limits.imagePixels());
    }

    private void access(ExplainerConfig.Access access) {
        try {
            ConfiguredSettings.metricsToken(access);
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
        }
    }

    private void overload(ExplainerConfig.Overload overload) {
        require(
                OVERLOAD.contains(overload.policy()),
                "limen.overload.policy must be off or sample, not '" + overload.policy() + "'");
        duration("limen.overload.patience", overload.patience());
        share("limen.overload.least-budget", overload.leastBudget());
        double least = overload.leastProbability();
        require(
                least >= LEAST_PROBABILITY && least <= 1,
                "limen.overload.least-probability must be " + LEAST_PROBABILITY + " to 1, not " + least);
    }

    private void share(String key, double value) {
        require(value > 0 && value <= 1, key + " must be more than 0 and at most 1, not " + value);
    }

    private boolean duration(String key, Duration value) {
        boolean holds = !value.isNegative() && !value.isZero() && value.compareTo(LONGEST) <= 0;
        require(holds, key + " must be more than 0 and at most " + LONGEST + ", not " + value);
        return holds;
    }

    private void require(boolean holds, String otherwise) {
        if (!holds && !problems.contains(otherwise)) {
            problems.add(otherwise);
        }
    }
}
