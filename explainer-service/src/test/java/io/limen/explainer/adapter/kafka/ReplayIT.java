package io.limen.explainer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.schemas.Attribution;
import io.limen.schemas.InlineImage;
import io.limen.schemas.SegmentationResult;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service explains, the packaged command line explains again: two processes, a real model, a real broker. */
@EnabledOnOs(OS.LINUX)
@Timeout(1200)
class ReplayIT {

    private static final Duration EXPLAINED_WITHIN = Duration.ofMinutes(5);
    private static final long REPLAYED_WITHIN_MINUTES = 5;

    /** Nothing of it is usual, so that whatever were not taken from the record would change the result. */
    private static final Map<String, String> SETTINGS = Map.of(
            "limen.explain.schedule", "adaptive",
            "limen.explain.block-size", "16",
            "limen.explain.max-forwards", "1500",
            "limen.explain.tau", "0.05",
            "limen.explain.seed", "5",
            "limen.explain.components", "true",
            "limen.explain.component-donors", "3",
            "limen.explain.component-channels", "2");

    @TempDir
    Path folder;

    /** What a command ended with. */
    private record Ended(int code, String out, String err) {}

    @Test
    void whatTheServicePublishedComesOutAgainAndWhatIsAlteredOrGoneIsSaidToBe() throws Exception {
        try (TestBroker broker = TestBroker.start(folder.resolve("broker"));
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            ConsumerRecord<byte[], byte[]> published = explained(broker, producer);
            Attribution attribution = SingleObjectSerde.attribution().decode(published.value());
            String id = attribution.getExplanationId();
            assertTrue(attribution.getComponents().size() > 10, "components are compared, too");

            assertIdentical(replay(broker, id, "--out", folder.resolve("out").toString()));
            assertIdentical(replay(broker, id, "--model", "phantom-unet@1"));
            assertTrue(Files.size(folder.resolve("out/heatmap.png")) > 0);

            assertLastBitIsFound(broker, producer, published);
            assertAnotherSeedIsFound(broker, producer, published);

            broker.admin()
                    .deleteRecords(Map.of(
                            new TopicPartition(
                                    Topic.SEGMENTATION_RESULTS.topicName(), attribution.getSourcePartition()),
                            RecordsToDelete.beforeOffset(attribution.getSourceOffset() + 1)))
                    .all()
                    .get();
            assertRefused("the case is no longer retained", replay(broker, id));
            assertRefused("no such explanation", replay(broker, "0".repeat(64)));
        }
    }

    private static void assertIdentical(Ended ended) {
        assertEquals(0, ended.code(), ended.toString());
        assertTrue(ended.out().contains("result         identical"), ended.toString());
    }

    private static void assertRefused(String why, Ended ended) {
        assertEquals(2, ended.code(), ended.toString());
        assertTrue(ended.err().contains("limen explain: can't be replayed: " + why), ended.toString());
        assertEquals("", ended.out());
    }

    private void assertLastBitIsFound(
            TestBroker broker, KafkaProducer<byte[], byte[]> producer, ConsumerRecord<byte[], byte[]> published)
            throws Exception {
        Attribution altered = later(published);
        int cell = 0;
        while (altered.getEffects().get(cell) == null) {
            cell++;
        }
        altered.getEffects().set(cell, Math.nextUp(altered.getEffects().get(cell)));
        publish(producer, published, altered);

        Ended ended = replay(broker, altered.getExplanationId());

        assertEquals(1, ended.code(), ended.toString());
        assertTrue(ended.out().contains("differs in 1 of "), ended.toString());
        assertTrue(
                ended.out().contains("effects: 1 of " + altered.getEffects().size() + " differ, by at most "),
                ended.toString());
    }

    private void assertAnotherSeedIsFound(
            TestBroker broker, KafkaProducer<byte[], byte[]> producer, ConsumerRecord<byte[], byte[]> published)
            throws Exception {
        Attribution altered = later(published);
        altered.setSeed(6);
        altered.setExplainedAt(altered.getExplainedAt().plusSeconds(1));
        publish(producer, published, altered);

        Ended ended = replay(broker, altered.getExplanationId());

        assertEquals(1, ended.code(), ended.toString());
        assertTrue(ended.out().contains("explanationId: 1 of 1 differ"), ended.toString());
        assertTrue(ended.out().contains("standardErrors: "), ended.toString());
        assertTrue(ended.out().contains("the record is not as it was published"), ended.toString());
    }

    private static Attribution later(ConsumerRecord<byte[], byte[]> published) {
        Attribution attribution = SingleObjectSerde.attribution().decode(published.value());
        attribution.setExplainedAt(attribution.getExplainedAt().plusSeconds(1));
        return attribution;
    }

    private static void publish(
            KafkaProducer<byte[], byte[]> producer, ConsumerRecord<byte[], byte[]> like, Attribution attribution)
            throws Exception {
        producer.send(new ProducerRecord<>(
                        like.topic(),
                        like.key(),
                        SingleObjectSerde.attribution().encode(attribution)))
                .get();
    }

    /** Publishes two cases and waits for the attribution of the second: its worker has remembered what it learnt by the first. */
    private ConsumerRecord<byte[], byte[]> explained(TestBroker broker, KafkaProducer<byte[], byte[]> producer)
            throws Exception {
        try (HostileService service = HostileService.start(broker.bootstrapServers(), folder, "512m", SETTINGS);
                KafkaConsumer<byte[], byte[]> reader = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            service.awaitReady();
            reader.assign(List.of(
                    new TopicPartition(Topic.ATTRIBUTIONS.topicName(), 0),
                    new TopicPartition(Topic.ATTRIBUTIONS.topicName(), 1)));
            next(reader, send(producer, "first", "0000.jpg"), service);
            return next(reader, send(producer, "second", "0001.jpg"), service);
        }
    }

    private static String send(KafkaProducer<byte[], byte[]> producer, String caseId, String image) throws IOException {
        SegmentationResult segmented = SegmentationResult.newBuilder()
                .setCaseId(caseId)
                .setSite("site")
                .setModel("phantom-unet")
                .setModelVersion("1")
                .setImage(new InlineImage(
                        ByteBuffer.wrap(Files.readAllBytes(Path.of("../quickstart/models/bank", image)))))
                .setSegmentedAt(Instant.now())
                .setAttributes(Map.of())
                .build();
        producer.send(new ProducerRecord<>(
                Topic.SEGMENTATION_RESULTS.topicName(),
                caseId.getBytes(StandardCharsets.UTF_8),
                CaseRecords.encoded(segmented)));
        return caseId;
    }

    private static ConsumerRecord<byte[], byte[]> next(
            KafkaConsumer<byte[], byte[]> reader, String caseId, HostileService service) throws IOException {
        long deadline = System.nanoTime() + EXPLAINED_WITHIN.toNanos();
        while (System.nanoTime() < deadline && service.alive()) {
            for (ConsumerRecord<byte[], byte[]> record : reader.poll(Duration.ofMillis(200))) {
                assertEquals(
                        caseId,
                        SingleObjectSerde.attribution().decode(record.value()).getCaseId());
                return record;
            }
        }
        throw new AssertionError("no explanation of " + caseId + ": " + service.log());
    }

    /** As the launcher does it. */
    private Ended replay(TestBroker broker, String id, String... more) throws Exception {
        String app = Path.of("target/quarkus-app").toAbsolutePath().toString();
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-Djava.awt.headless=true",
                "-Dai.djl.offline=true",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                app + "/app/*:" + app + "/lib/main/*:" + app + "/lib/boot/*",
                "io.limen.explainer.bootstrap.ExplainerCommandLine",
                "explain",
                "--replay",
                id,
                "--bootstrap",
                broker.bootstrapServers(),
                "--models",
                Path.of("../quickstart/models").toAbsolutePath().toString()));
        command.addAll(List.of(more));
        Path out = folder.resolve("replay.out");
        Path err = folder.resolve("replay.err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment()
                .putAll(new HashMap<>(
                        Map.of("XDG_CACHE_HOME", folder.resolve("own").toString())));
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(REPLAYED_WITHIN_MINUTES, TimeUnit.MINUTES), "the replay ends");
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
