package io.limen.quickstart.bootstrap;

import io.limen.quickstart.adapter.process.Installation;
import io.limen.quickstart.domain.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the parts of a demo are started with.
 *
 * @param installation the built parts
 * @param moreModels model repositories beside the demo's own
 * @param imageFolders folders that the explainer may read {@code file:} images from
 * @param components whether parts of the networks are explained too
 * @param budget wall-clock per case: an explanation that it cuts short has wider error bars
 * @param port the dashboard's port, or the next free one above
 * @param scenario what the stream does
 */
record DemoSettings(
        Installation installation,
        List<Path> moreModels,
        List<Path> imageFolders,
        boolean components,
        Duration budget,
        int port,
        Scenario scenario) {

    /** A large machine stays usable while it shows a demo. */
    private static final int MOST_WORKERS = 4;

    /** A case that is cut off is only a sample: Ctrl-C should not wait for it as a deployed service would. */
    private static final String DRAIN = "PT3S";

    /** Studies per model before anything is watched: a demo has dozens where a deployment has hundreds. */
    private static final int DRIFT_REFERENCE = 20;

    /** Studies between false alarms that the demo promises: several times as many as it has. */
    private static final int DRIFT_RUN_TIME = 200;

    DemoSettings {
        moreModels = List.copyOf(moreModels);
        imageFolders = List.copyOf(imageFolders);
    }

    /** One explanation per core, side by side. */
    int workers() {
        return Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors());
    }

    List<String> explainerOptions(String bootstrapServers) {
        String roots = joined(Stream.concat(Stream.of(installation.models()), moreModels.stream()));
        List<String> options = new ArrayList<>(List.of(
                "-Xms64m",
                "-Xmx512m",
                "-XX:MaxDirectMemorySize=512m",
                "-Dlimen.kafka.bootstrap-servers=" + bootstrapServers,
                "-Dlimen.models.roots=" + roots,
                "-Dlimen.workers=" + workers(),
                "-Dlimen.explain.budget=" + budget,
                "-Dlimen.shutdown-timeout=" + DRAIN));
        if (components) {
            options.add("-Dlimen.explain.components=true");
        }
        if (!imageFolders.isEmpty()) {
            options.add("-Dlimen.images.roots=" + joined(imageFolders.stream()));
        }
        return options;
    }

    List<String> aggregatorOptions(String bootstrapServers, Path stateFolder) {
        List<String> options = new ArrayList<>(List.of(
                "-Xms64m",
                "-Xmx384m",
                "-XX:MaxDirectMemorySize=128m",
                "-XX:TieredStopAtLevel=1", // a small stream: cores are for the explanations
                "-Dlimen.kafka.bootstrap-servers=" + bootstrapServers,
                "-Dlimen.state-dir=" + stateFolder));
        if (scenario == Scenario.DRIFT) {
            options.add("-Dlimen.drift.reference=" + DRIFT_REFERENCE);
            options.add("-Dlimen.drift.expected-run-time=" + DRIFT_RUN_TIME);
        }
        return options;
    }

    private static String joined(Stream<Path> folders) {
        return folders.map(Path::toString).collect(Collectors.joining(","));
    }
}
