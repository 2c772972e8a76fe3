package io.limen.aggregator.bootstrap;

import io.limen.aggregator.adapter.topology.AggregatorTopology;
import io.limen.aggregator.adapter.topology.SampleWatch;
import io.limen.aggregator.domain.window.CountWindow;
import io.limen.aggregator.rehearsal.Rehearsal;
import io.limen.aggregator.rehearsal.RehearsalBroker;
import io.limen.aggregator.rehearsal.SampleAttributions;
import io.limen.schemas.Attribution;
import io.limen.schemas.ReferenceMode;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.jboss.logmanager.LogContext;

/**
 * How long it takes to go on after the state was lost. Some explanations go through the stream on a real broker, of eight
 * models; their statistics are as large as they get. Only what was seen grows, and which studies are closed: the entries for the other explanations are
 * appended to the changelog as the stream would. Then the state directory is deleted, and the stream starts again: printed
 * are the entries restored from Kafka and the seconds until it runs.
 *
 * <p>Arguments: explanations in all, and how many of them go through the stream; 1,000,000 and 20,000 when there are none.
 */
public final class RestoreBenchmark {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /** Behind the marker, the fingerprint and the length of the first string, which is the explanation's id. */
    private static final int ID_OFFSET = 12;

    private final AtomicLong counted = new AtomicLong();
    private final AtomicLong restored = new AtomicLong();

    /** Loads, loses the state, restores. */
    public static void main(String[] arguments) throws Exception {
        // Without a configuration every trace of Kafka is written into a string, which costs more than the work.
        LogContext.getLogContext().getLogger("").setLevel(Level.WARNING);
        int explanations = arguments.length < 1 ? 1_000_000 : Integer.parseInt(arguments[0]);
        int streamed = arguments.length < 2 ? 20_000 : Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("limen-restore");
        try {
            new RestoreBenchmark().run(folder, explanations, streamed);
        } finally {
            delete(folder);
        }
    }

    private void run(Path folder, int explanations, int streamed) throws Exception {
        try (RehearsalBroker broker = new RehearsalBroker(folder.resolve("kafka"), RehearsalBroker.freePort())) {
            broker.start();
            broker.createTopics();
            Path state = folder.resolve("state");
            long begin = System.nanoTime();
            try (KafkaStreams streams = start(broker.bootstrapServers(), state)) {
                load(broker.bootstrapServers(), streamed);
                await(() -> counted.get() >= streamed);
                print("%s: %,d explanations in %.1f s%n", streams.state(), streamed, seconds(begin));
            }
            remember(broker.bootstrapServers(), streamed, explanations);
            delete(state);
            begin = System.nanoTime();
            try (KafkaStreams streams = start(broker.bootstrapServers(), state)) {
                print(
                        "%s %.1f s after the start, %,d entries restored%n",
                        streams.state(), seconds(begin), restored.get());
            }
        }
    }

    private KafkaStreams start(String bootstrapServers, Path state) throws InterruptedException {
        Properties settings = StreamSettings.of(config(bootstrapServers, state), outcome -> {});
        KafkaStreams streams = new KafkaStreams(
                new AggregatorTopology(
                                outcome -> counted.incrementAndGet(),
                                new CountWindow(100),
                                SampleWatch.TOPOLOGY,
                                SampleWatch.UNTRACED)
                        .build(),
                settings);
        streams.setGlobalStateRestoreListener(new Restored());
        CountDownLatch running = new CountDownLatch(1);
        streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.RUNNING) {
                running.countDown();
            }
        });
        streams.start();
        if (!running.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the stream does not run");
        }
        return streams;
    }

    /** Entries of explanations seen and of studies closed, one case each, as {@code SeenKeys} keeps them. */
    private static void remember(String bootstrapServers, int from, int to) {
        byte[] now = ByteBuffer.allocate(Long.BYTES)
                .putLong(System.currentTimeMillis())
                .array();
        try (Producer<String, byte[]> producer = Rehearsal.producer(bootstrapServers)) {
            for (int index = from; index < to; index++) {
                String key = String.format("%064x/6/clinic/case-%06d", index, index % 1_000_000);
                producer.send(new ProducerRecord<>("restore-seen-explanations-changelog", key, now));
                producer.send(new ProducerRecord<>("restore-closed-studies-changelog", key, now));
            }
        }
    }

    private static void load(String bootstrapServers, int explanations) {
        Random random = new Random(1);
        List<byte[]> records = new ArrayList<>();
        SingleObjectSerde<Attribution> encoding = SingleObjectSerde.attribution();
        for (int index = 0; index < 1_024; index++) {
            records.add(encoding.encode(small(random, index)));
        }
        try (Producer<String, byte[]> producer = Rehearsal.producer(bootstrapServers)) {
            for (int index = 0; index < explanations; index++) {
                byte[] record = records.get(index % records.size()).clone();
                byte[] id = String.format("%064x", index).getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(id, 0, record, ID_OFFSET, id.length);
                String key = "model-" + index % records.size() % 8 + "@1";
                producer.send(new ProducerRecord<>(Topic.ATTRIBUTIONS.topicName(), key, record));
            }
        }
    }

    /** Without map and picture, which the statistics do not read. */
    private static Attribution small(Random random, int index) {
        Instant now = Instant.now();
        Attribution attribution = new SampleAttributions("model-" + index % 8, "1", "clinic", 0.5 + index % 8)
                .withoutPicture(random, ReferenceMode.GROUND_TRUTH, now);
        attribution.setSegmentedAt(now.minus(Duration.ofMinutes(index % (20 * 60))));
        attribution.setEffects(List.of());
        attribution.setStandardErrors(List.of());
        attribution.setDraws(List.of());
        attribution.setSignificant(List.of());
        attribution.setScreenedOut(List.of());
        attribution.setAreaEffects(List.of());
        return attribution;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        CountDownLatch never = new CountDownLatch(1);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            if (never.await(200, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private final class Restored implements StateRestoreListener {
        @Override
        public void onRestoreStart(TopicPartition partition, String store, long from, long to) {}

        @Override
        public void onBatchRestored(TopicPartition partition, String store, long end, long entries) {}

        @Override
        public void onRestoreEnd(TopicPartition partition, String store, long entries) {
            restored.addAndGet(entries);
        }
    }

    /** Everything as it is for a user who sets nothing else. */
    private static AggregatorConfig config(String bootstrapServers, Path state) {
        return new SmallRyeConfigBuilder()
                .withMapping(AggregatorConfig.class)
                .withConverter(Path.class, 100, Path::of)
                .withDefaultValue("limen.kafka.bootstrap-servers", bootstrapServers)
                .withDefaultValue("limen.state-dir", state.toString())
                .withDefaultValue("limen.application-id", "restore")
                .build()
                .getConfigMapping(AggregatorConfig.class);
    }
}
