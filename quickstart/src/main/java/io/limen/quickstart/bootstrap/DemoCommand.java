package io.limen.quickstart.bootstrap;

import io.limen.quickstart.adapter.console.ConsoleNarrator;
import io.limen.quickstart.adapter.console.Terminal;
import io.limen.quickstart.adapter.process.Installation;
import io.limen.quickstart.adapter.process.ModelFolder;
import io.limen.quickstart.application.DemoOutcome;
import io.limen.quickstart.application.RunDemo;
import io.limen.quickstart.domain.DemoPlan;
import io.limen.quickstart.domain.Scenario;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code limen demo}. */
@Command(
        name = "demo",
        description = "A broker, the services and a sample stream on this machine, with a dashboard.",
        sortOptions = false)
final class DemoCommand implements Callable<Integer> {

    private static final int MOST_CASES = 100_000;
    private static final int MOST_SECONDS = 3_600;
    private static final int LAST_PORT = 65_535;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "This text.")
    private boolean help;

    @Option(
            names = "--cases",
            paramLabel = "N",
            description = "Cases to publish (24; 112 in the drift scenario, which takes some minutes).")
    private Integer cases;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            defaultValue = "steady",
            description =
                    "steady, or drift: half-way the pictures change, and one model's eyes with them (${DEFAULT-VALUE}).")
    private Scenario scenario;

    @Option(names = "--exit", description = "End after the last case; else stay up until Ctrl-C.")
    private boolean exit;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "One more model repository for the explainer; may be given several times.")
    private List<Path> models = new ArrayList<>();

    @Option(
            names = "--images",
            paramLabel = "DIR",
            description = "Folder from which images by reference may be read; may be given several times.")
    private List<Path> images = new ArrayList<>();

    @Option(
            names = "--components",
            description = "Explain parts of the networks too: stages, skip connections and single channels.")
    private boolean components;

    @Option(
            names = "--budget",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "Longest time for one case; larger pictures need more (${DEFAULT-VALUE}).")
    private int budgetSeconds;

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = "8080",
            description = "Port of the dashboard, or the next free one above (${DEFAULT-VALUE}).")
    private int port;

    @Override
    public Integer call() {
        cases = cases == null ? Integer.valueOf(scenario.cases()) : cases;
        check();
        Installation installation = new Installation(Path.of(System.getProperty("limen.home", "")));
        installation.missing().ifPresent(this::refuse);
        Instant start =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        Terminal terminal = new Terminal(System.err, Integer.getInteger("limen.terminal.columns", 0));
        ConsoleNarrator narrator =
                new ConsoleNarrator(terminal, InstantSource.system(), start, Duration.ofSeconds(budgetSeconds));
        DemoSettings settings = new DemoSettings(
                installation,
                absolute(models),
                absolute(images),
                components,
                Duration.ofSeconds(budgetSeconds),
                port,
                scenario);
        try (DemoStage stage = new DemoStage(settings)) {
            StopSignals.install(stage, System.err);
            DemoOutcome outcome = new RunDemo(stage, narrator, InstantSource.system(), start)
                    .run(new DemoPlan(cases, scenario, exit));
            narrator.unfollow();
            return exitCode(outcome);
        } catch (DemoStage.StoppedException stopped) {
            return StopSignals.INTERRUPTED;
        }
    }

    private static int exitCode(DemoOutcome outcome) {
        if (outcome instanceof DemoOutcome.Stopped) {
            return StopSignals.INTERRUPTED;
        }
        return outcome instanceof DemoOutcome.Done ? 0 : 1;
    }

    private void check() {
        if (cases < 1 || cases > MOST_CASES) {
            refuse("--cases is from 1 to " + MOST_CASES + ": " + cases);
        }
        if (budgetSeconds < 1 || budgetSeconds > MOST_SECONDS) {
            refuse("--budget is from 1 to " + MOST_SECONDS + " seconds: " + budgetSeconds);
        }
        if (port < 1 || port > LAST_PORT) {
            refuse("--port is from 1 to " + LAST_PORT + ": " + port);
        }
        models.stream().filter(each -> !Files.isDirectory(each)).forEach(each -> refuse("no such folder: " + each));
        models.stream()
                .filter(each -> !new ModelFolder(each).holdsAModel())
                .forEach(each -> refuse(
                        "no model in " + each + ": expected <model>/<version>/model.yaml; see limen register --help"));
        images.stream().filter(each -> !Files.isDirectory(each)).forEach(each -> refuse("no such folder: " + each));
    }

    private void refuse(String reason) {
        throw new ParameterException(spec.commandLine(), reason);
    }

    private static List<Path> absolute(List<Path> folders) {
        return folders.stream().map(each -> each.toAbsolutePath().normalize()).toList();
    }
}
