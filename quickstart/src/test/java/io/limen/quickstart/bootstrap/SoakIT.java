package io.limen.quickstart.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.limen.quickstart.adapter.process.FreePort;
import io.limen.quickstart.adapter.process.Installation;
import io.limen.quickstart.domain.DemoPlan;
import io.limen.quickstart.domain.Scenario;
import io.limen.schemas.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The services under load for half an hour: memory, threads and file handles of the last third are those of the middle third.
 * {@code mvn -Psoak verify [-Dsoak.minutes=30]}; Linux only.
 */
@Tag("soak")
class SoakIT {

    private static final int MINUTES = Integer.getInteger("soak.minutes", 30);
    private static final List<String> SERVICES = List.of("explainer-service", "aggregator");
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration BUDGET = Duration.ofSeconds(5);

    /** More than a machine explains: there is always a next case. */
    private static final int CASES_A_MINUTE = 120;

    /** Native memory is never quite still. */
    private static final double MEMORY_MARGIN = 1.1;

    private static final double HANDLE_MARGIN = 2;

    private final Installation installation = new Installation(Path.of(".."));
    private final DemoStage stage = new DemoStage(
            new DemoSettings(installation, List.of(), List.of(), false, BUDGET, FreePort.any(), Scenario.STEADY));

    @AfterEach
    void stopTheChain() {
        stage.close();
    }

    @Test
    void memoryThreadsAndFilesStayAsTheyAre() throws IOException, InterruptedException {
        installation.missing().ifPresent(line -> fail("the chain needs the jars of every module: " + line));
        stage.startBroker();
        stage.startServices();
        stage.awaitServices(LIMIT).ifPresent(failure -> fail(failure.toString()));
        stage.publish(new DemoPlan(CASES_A_MINUTE * MINUTES, Scenario.STEADY, true));
        Map<String, Long> processes = processes();
        assertEquals(SERVICES.size(), processes.size(), processes::toString);

        Map<String, List<Vitals>> readings = new TreeMap<>();
        Instant end = Instant.now().plus(Duration.ofMinutes(MINUTES));
        while (Instant.now().isBefore(end)) {
            stage.failure().ifPresent(failure -> fail(failure.toString()));
            for (Map.Entry<String, Long> process : processes.entrySet()) {
                readings.computeIfAbsent(process.getKey(), name -> new ArrayList<>())
                        .add(Vitals.of(process.getValue()));
            }
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        }

        int explained = new TopicReader(stage.bootstrapServers())
                .records(Topic.ATTRIBUTIONS)
                .size();
        System.out.printf("%d cases explained in %d minutes%n", explained, MINUTES);
        assertTrue(explained > MINUTES, "it was idle");
        readings.forEach(SoakIT::holdThatItIsFlat);
    }

    private static void holdThatItIsFlat(String service, List<Vitals> readings) {
        int third = readings.size() / 3;
        Vitals first = Vitals.mean(readings.subList(0, third));
        Vitals middle = Vitals.mean(readings.subList(third, 2 * third));
        Vitals last = Vitals.mean(readings.subList(2 * third, readings.size()));
        System.out.printf("%s, thirds: %s | %s | %s%n", service, first, middle, last);
        String grown = service + " had " + middle + " and then " + last;
        assertTrue(last.memory() <= MEMORY_MARGIN * middle.memory(), grown);
        assertTrue(last.threads() <= middle.threads() + HANDLE_MARGIN, grown);
        assertTrue(last.files() <= middle.files() + HANDLE_MARGIN, grown);
    }

    /** Ids of the services' processes, which are children of children of this one. */
    private static Map<String, Long> processes() {
        Map<String, Long> found = new TreeMap<>();
        ProcessHandle.current()
                .descendants()
                .forEach(handle -> service(handle).ifPresent(name -> found.put(name, handle.pid())));
        return found;
    }

    private static Optional<String> service(ProcessHandle handle) {
        try {
            String command =
                    Files.readString(Path.of("/proc", String.valueOf(handle.pid()), "cmdline"), StandardCharsets.UTF_8);
            boolean isJava =
                    command.substring(0, Math.max(0, command.indexOf('\0'))).endsWith("java");
            return SERVICES.stream()
                    .filter(name -> isJava && command.contains(name + "/target/quarkus-app/quarkus-run.jar"))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty(); // it has ended
        }
    }
}
