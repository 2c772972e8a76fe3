package io.limen.quickstart.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.quickstart.adapter.process.Installation;
import io.limen.quickstart.domain.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoSettingsTest {

    private static final Installation INSTALLATION = new Installation(Path.of("/opt/limen"));

    @Test
    void explainerReadsTheDemosModelsAndThoseOfTheUser() {
        DemoSettings settings = new DemoSettings(
                INSTALLATION,
                List.of(Path.of("/mine")),
                List.of(),
                false,
                Duration.ofSeconds(20),
                8080,
                Scenario.STEADY);

        List<String> options = settings.explainerOptions("127.0.0.1:9092");

        assertTrue(options.contains("-Dlimen.models.roots=/opt/limen/quickstart/models,/mine"), options.toString());
        assertTrue(options.contains("-Dlimen.kafka.bootstrap-servers=127.0.0.1:9092"), options.toString());
        assertTrue(options.contains("-Dlimen.explain.budget=PT20S"), options.toString());
        assertTrue(settings.workers() >= 1);
    }

    @Test
    void componentsAreExplainedWhenTheUserSaysSo() {
        String option = "-Dlimen.explain.components=true";
        for (boolean components : new boolean[] {true, false}) {
            DemoSettings settings = new DemoSettings(
                    INSTALLATION, List.of(), List.of(), components, Duration.ofSeconds(20), 8080, Scenario.STEADY);
            assertEquals(components, settings.explainerOptions("127.0.0.1:9092").contains(option));
        }
    }

    @Test
    void explainerReadsNoImageFolderUnlessTheUserNamesOne() {
        DemoSettings none = new DemoSettings(
                INSTALLATION, List.of(), List.of(), false, Duration.ofSeconds(20), 8080, Scenario.STEADY);
        DemoSettings one = new DemoSettings(
                INSTALLATION,
                List.of(),
                List.of(Path.of("/scans")),
                false,
                Duration.ofSeconds(20),
                8080,
                Scenario.STEADY);

        assertEquals(0, imageRoots(none).size());
        assertEquals(List.of("-Dlimen.images.roots=/scans"), imageRoots(one));
    }

    @Test
    void aggregatorKeepsItsStateInTheFolderOfTheRun() {
        DemoSettings settings = new DemoSettings(
                INSTALLATION, List.of(), List.of(), false, Duration.ofSeconds(20), 8080, Scenario.STEADY);

        assertTrue(settings.aggregatorOptions("127.0.0.1:9092", Path.of("/run/state"))
                .contains("-Dlimen.state-dir=/run/state"));
    }

    @Test
    void onlyADriftDemoWatchesWithASmallReference() {
        DemoSettings steady = new DemoSettings(
                INSTALLATION, List.of(), List.of(), false, Duration.ofSeconds(20), 8080, Scenario.STEADY);
        DemoSettings drift = new DemoSettings(
                INSTALLATION, List.of(), List.of(), false, Duration.ofSeconds(20), 8080, Scenario.DRIFT);

        assertEquals(List.of(), driftOptions(steady));
        assertEquals(List.of("-Dlimen.drift.reference=20", "-Dlimen.drift.expected-run-time=200"), driftOptions(drift));
    }

    private static List<String> driftOptions(DemoSettings settings) {
        return settings.aggregatorOptions("127.0.0.1:9092", Path.of("/run/state")).stream()
                .filter(option -> option.startsWith("-Dlimen.drift."))
                .toList();
    }

    private static List<String> imageRoots(DemoSettings settings) {
        return settings.explainerOptions("127.0.0.1:9092").stream()
                .filter(option -> option.startsWith("-Dlimen.images.roots"))
                .toList();
    }
}
