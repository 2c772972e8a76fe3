package io.limen.quickstart.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.limen.quickstart.adapter.broker.EmbeddedBroker;
import io.limen.quickstart.adapter.process.ChildProcess;
import io.limen.quickstart.adapter.process.FreePort;
import io.limen.quickstart.adapter.process.Installation;
import io.limen.quickstart.adapter.process.ServiceProcess;
import io.limen.quickstart.domain.Scenario;
import io.limen.schemas.Attribution;
import io.limen.schemas.ModelStatistics;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Explainers are killed (SIGKILL) in the middle of cases, at random and again and again, and replaced. Every case is
 * explained or rejected with its reason, and the statistics count each explanation once.
 */
@Tag("chaos")
class ChaosIT {

    private static final int CASES = Integer.getInteger("limen.chaos.cases", 24);
    private static final int KILLS = Integer.getInteger("limen.chaos.kills", 5);
    private static final long SEED = Long.getLong("limen.chaos.seed", 1);
    private static final String DELIVERY = System.getProperty("limen.chaos.delivery", "share");
    private static final int EXPLAINERS = 2;
    private static final Duration LIMIT = Duration.ofMinutes(15);

    /** At most so many attributions between two kills: the next comes in the middle of one of the next cases. */
    private static final int MOST_BETWEEN = 3;

    private final Random random = new Random(SEED);
    private final Installation installation = new Installation(Path.of(".."));
    private final DemoSettings settings = new DemoSettings(
            installation, List.of(), List.of(), false, Duration.ofSeconds(5), FreePort.any(), Scenario.STEADY);
    private final List<ChildProcess> children = new ArrayList<>();
    private final List<ServiceProcess> explainers = new ArrayList<>();
    private final Instant deadline = Instant.now().plus(LIMIT);
    private RunFolder folder;
    private EmbeddedBroker broker;
    private TopicReader reader;
    private int started;

    @BeforeEach
    void startTheChain() {
        installation.missing().ifPresent(line -> fail("the chain needs the jars of every module: " + line));
        folder = RunFolder.create();
        broker = EmbeddedBroker.start(folder.path().resolve("broker"), FreePort.any(), FreePort.any());
        broker.createTopics();
        reader = new TopicReader(broker.bootstrapServers());
        List<String> options = settings.aggregatorOptions(broker.bootstrapServers(), folder.folder("state"));
        ServiceProcess aggregator =
                installation.service("aggregator").start(options, FreePort.any(), folder.folder("aggregator"));
        children.add(aggregator.process());
        for (int i = 0; i < EXPLAINERS; i++) {
            explainers.add(explainer());
        }
        aggregator.awaitReady(deadline).ifPresent(failure -> fail(failure.toString()));
        explainers.forEach(one -> one.awaitReady(deadline).ifPresent(failure -> fail(failure.toString())));
    }

    private ServiceProcess explainer() {
        List<String> options = new ArrayList<>(settings.explainerOptions(broker.bootstrapServers()));
        options.add("-Dlimen.workers=1");
        options.add("-Dlimen.delivery=" + DELIVERY);
        ServiceProcess explainer = installation
                .service("explainer-service")
                .start(options, FreePort.any(), folder.folder("explainer-" + started++));
        children.add(explainer.process());
        return explainer;
    }

    @AfterEach
    void stopTheChain() {
        children.forEach(ChildProcess::requestStop);
        children.forEach(ChildProcess::close);
        broker.close();
        folder.close();
    }

    @Test
    void nothingIsLostAndNothingIsCountedTwice() {
        publish();
        for (int kills = 0; kills < KILLS; kills++) {
            int next = Math.min(attributions().size() + 1 + random.nextInt(MOST_BETWEEN), CASES - 1);
            await("the next kill", () -> finished().size() >= next);
            int victim = random.nextInt(EXPLAINERS);
            explainers.get(victim).process().kill();
            explainers.set(victim, explainer());
        }
        await("every case", () -> finished().size() >= CASES);

        List<Attribution> attributions = attributions();
        Set<String> explained =
                attributions.stream().map(Attribution::getCaseId).collect(Collectors.toSet());
        Set<String> rejected = rejected();
        int explanations = attributions.stream()
                .map(Attribution::getExplanationId)
                .collect(Collectors.toSet())
                .size();
        await("the statistics", () -> counted() >= explanations);
        System.out.printf(
                "%s: published %d, killed %d explainers, explained %d, rejected %d, attributions %d, duplicates dropped %d, counted %d, lost %d%n",
                DELIVERY,
                CASES,
                KILLS,
                explained.size(),
                rejected.size(),
                attributions.size(),
                attributions.size() - explanations,
                counted(),
                CASES - finished().size());
        assertEquals(CASES, finished().size());
        assertEquals(explained.size(), explanations, "explanations of a case have one identity");
        assertEquals(explanations, counted());
        Set<String> both = new HashSet<>(explained);
        both.retainAll(rejected);
        assertTrue(both.size() <= KILLS, () -> "explained and rejected: " + both);
    }

    private void publish() {
        List<String> arguments = new ArrayList<>(List.of("publish", "--phantoms", String.valueOf(CASES)));
        arguments.addAll(List.of("--site", "chaos", "--bootstrap", broker.bootstrapServers()));
        settings.scenario().models().forEach(model -> arguments.addAll(List.of("--model", model)));
        children.add(ChildProcess.start(installation.producer(arguments, folder.folder("producer"))));
    }

    private List<Attribution> attributions() {
        return reader.all(Topic.ATTRIBUTIONS, SingleObjectSerde.attribution());
    }

    /** Case ids, which are the keys. */
    private Set<String> rejected() {
        return reader.records(Topic.SEGMENTATION_RESULTS_REJECTED).stream()
                .map(ConsumerRecord::key)
                .map(key -> new String(key, StandardCharsets.UTF_8))
                .collect(Collectors.toSet());
    }

    private Set<String> finished() {
        Set<String> finished =
                attributions().stream().map(Attribution::getCaseId).collect(Collectors.toSet());
        finished.addAll(rejected());
        return finished;
    }

    private long counted() {
        Map<String, Long> newest = reader.all(Topic.MODEL_STATISTICS, SingleObjectSerde.modelStatistics()).stream()
                .collect(Collectors.toMap(
                        one -> one.getModel() + "@" + one.getModelVersion(),
                        ModelStatistics::getExplanations,
                        (older, newer) -> newer));
        return newest.values().stream().mapToLong(Long::longValue).sum();
    }

    private void await(String what, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            assertTrue(
                    Instant.now().isBefore(deadline),
                    () -> "waited for " + what + ": finished " + finished().size() + ", counted " + counted());
        }
    }
}
