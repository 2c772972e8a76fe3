package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.domain.window.CountWindow;
import io.limen.aggregator.rehearsal.SampleAttributions;
import io.limen.schemas.Attribution;
import io.limen.schemas.ReferenceMode;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.logging.Level;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jboss.logmanager.LogContext;

/**
 * Records per second of processor time, and bytes kept per model, as explanations add up: neither may grow with them. The driver
 * commits after every record, which a broker makes the stream do five times a second: what is printed is a lower bound.
 */
public final class TopologyBenchmark {

    private static final Instant START = Instant.parse("2026-03-10T00:00:00Z");
    private static final int[] SEEN = {1_000, 10_000, 100_000};
    private static final int MEASURED = 2_000;

    /** Behind the marker, the fingerprint and the length of the first string, which is the explanation's id. */
    private static final int ID_OFFSET = 12;

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final List<byte[]> records = new ArrayList<>();
    private final Map<String, Long> kept = new HashMap<>();
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> attributions;
    private long changelogBytes;
    private long sent;
    private long toldAt = System.nanoTime();

    /** Prints a line per number of explanations seen. */
    public static void main(String[] arguments) throws Exception {
        // Without a configuration every trace of Kafka is written into a string, which costs more than the work.
        LogContext.getLogContext().getLogger("").setLevel(Level.WARNING);
        new TopologyBenchmark().run();
    }

    private void run() throws Exception {
        Random random = new Random(1);
        SingleObjectSerde<Attribution> encoding = SingleObjectSerde.attribution();
        for (int index = 0; index < 1_024; index++) {
            records.add(encoding.encode(attribution(random, index)));
        }
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "benchmark");
        Path stateDir = Files.createTempDirectory("limen-benchmark");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        driver = new TopologyTestDriver(
                new AggregatorTopology(outcome -> {}, new CountWindow(100), SampleWatch.TOPOLOGY, SampleWatch.UNTRACED)
                        .build(),
                settings,
                START);
        attributions = driver.createInputTopic(
                Topic.ATTRIBUTIONS.topicName(), new StringSerializer(), new ByteArraySerializer());
        System.out.printf(
                "%10s %16s %22s %22s%n", "seen", "records/s/core", "state bytes per model", "changelog bytes/rec");
        for (int seen : SEEN) {
            while (sent < seen) {
                send();
            }
            measure(seen);
        }
        driver.close();
    }

    private void measure(int seen) {
        drain();
        changelogBytes = 0;
        long begin = CPU.getCurrentThreadCpuTime();
        for (int index = 0; index < MEASURED; index++) {
            send();
        }
        double seconds = (CPU.getCurrentThreadCpuTime() - begin) / 1e9;
        drain();
        System.out.printf(
                Locale.ROOT,
                "%,10d %,16.0f %,22d %,22d%n",
                seen,
                MEASURED / seconds,
                keptBytes(),
                changelogBytes / MEASURED);
    }

    private void send() {
        byte[] record = records.get((int) (sent % records.size()));
        byte[] id = String.format("%064x", sent).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(id, 0, record, ID_OFFSET, id.length);
        attributions.pipeInput("unet@1", record);
        sent++;
        long now = System.nanoTime();
        if (now - toldAt > StatisticsProcessor.TOLD_EVERY.toNanos()) {
            driver.advanceWallClockTime(StatisticsProcessor.TOLD_EVERY);
            toldAt = now;
            drain();
        }
    }

    /** The driver keeps what is produced until somebody reads it. */
    private void drain() {
        for (String topic : driver.producedTopicNames()) {
            for (TestRecord<byte[], byte[]> record : driver.createOutputTopic(
                            topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                    .readRecordsToList()) {
                take(topic, record);
            }
        }
    }

    private void take(String topic, TestRecord<byte[], byte[]> record) {
        if (!topic.endsWith("-changelog") || topic.contains("seen") || topic.contains("closed")) {
            return;
        }
        String key = topic + new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            kept.remove(key);
        } else {
            kept.put(key, (long) record.key().length + record.value().length);
            changelogBytes += record.value().length;
        }
    }

    /** What the changelogs hold, the newest per key. */
    private long keptBytes() {
        return kept.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Attribution attribution(Random random, int index) {
        Attribution attribution = new SampleAttributions("unet", "1", "clinic", 0.5)
                .withoutPicture(random, ReferenceMode.GROUND_TRUTH, START);
        attribution.setSegmentedAt(START.minus(Duration.ofMinutes(index % (20 * 60))));
        attribution.setInputTraits(Map.of("brightness", 0.5, "contrast", 0.2, "saturation", 0.1, "sharpness", 0.3));
        attribution.setOutputTraits(Map.of("segmentedShare", random.nextDouble(), "certainty", random.nextDouble()));
        return attribution;
    }
}
