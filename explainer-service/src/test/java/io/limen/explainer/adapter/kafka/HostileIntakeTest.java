package io.limen.explainer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.adapter.djl.TorchScriptLoader;
import io.limen.explainer.adapter.djl.TorchSettings;
import io.limen.explainer.adapter.image.ImageIoDecoder;
import io.limen.explainer.adapter.image.ImageLimits;
import io.limen.explainer.adapter.metrics.MicrometerMetrics;
import io.limen.explainer.adapter.report.CasePictures;
import io.limen.explainer.adapter.store.FileImageStore;
import io.limen.explainer.adapter.store.FileModelRepository;
import io.limen.explainer.application.DeviceChoice;
import io.limen.explainer.application.ExplainCase;
import io.limen.explainer.application.stream.Admissions;
import io.limen.explainer.application.stream.Backoff;
import io.limen.explainer.application.stream.CaseExplainer;
import io.limen.explainer.application.stream.CaseQueue;
import io.limen.explainer.application.stream.CaseWorker;
import io.limen.explainer.application.stream.Delivery;
import io.limen.explainer.application.stream.PictureReader;
import io.limen.explainer.application.stream.Quarantine;
import io.limen.explainer.application.stream.Rejection;
import io.limen.explainer.application.stream.StopSignal;
import io.limen.explainer.application.stream.Trials;
import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.intervention.DrawSchedule;
import io.limen.schemas.RejectionHeader;
import io.limen.schemas.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A worker of the service, with a real model, that is handed records which mean harm; the broker alone is missing. As many as
 * {@code -Dfuzz.intake=N} says.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(600)
class HostileIntakeTest {

    private static final Path MODELS = Path.of("../quickstart/models");
    private static final int MOST_INLINE = 524_288;
    private static final int RECORDS = Integer.getInteger("fuzz.intake", 580);
    private static final long SEED = 20511;

    /** For one picture, as of two workers with a heap of 256 MB. */
    private static final long ROOM = ImageLimits.decodedBytes(256 << 20, 2);

    /** A worker that is held up for longer by one record is held up by intent: minutes, without the limit of scans. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final MockProducer<byte[], byte[]> broker =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final AcknowledgedSender sender = new AcknowledgedSender(() -> broker);
    private final StopSignal stop = new StopSignal();
    private final HostileTally tally = new HostileTally();
    private final Map<HostileKind, Duration> longest = new EnumMap<>(HostileKind.class);

    @Test
    void everyRecordEndsExplainedOrRejectedWithAReason() throws Exception {
        byte[] sound = Files.readAllBytes(MODELS.resolve("bank/0000.jpg"));
        try (HostileSurroundings surroundings = HostileSurroundings.in(folder, sound)) {
            Stream queue = new Stream(new HostileRecords(SEED, surroundings, 10));
            new CaseWorker(
                            () -> queue,
                            new Quarantine(explainer(surroundings), new NoTrials(), stop),
                            new KafkaAttributions(sender, SampleAttribution.ENGINE),
                            new MicrometerMetrics(new SimpleMeterRegistry()),
                            InstantSource.system(),
                            new Backoff(Duration.ofMillis(1), Duration.ofMillis(1)),
                            stop)
                    .run();

            System.out.println(tally);
            assertEquals(List.of(), surroundings.visits());
        }
        assertEquals(RECORDS, tally.sent());
        assertEquals(0, tally.lost(), tally::toString);
        for (HostileKind kind : HostileKind.values()) {
            assertEquals(0, tally.of(kind).rejected.getOrDefault("internal error of the explainer", 0), kind.name());
            assertTrue(longest(kind).compareTo(LONGEST) < 0, () -> kind + " took " + longest(kind));
        }
        assertEquals(tally.of(HostileKind.NOTHING).sent, tally.of(HostileKind.NOTHING).explained);
        assertEquals(tally.of(HostileKind.KEYS).sent, tally.of(HostileKind.KEYS).explained);
        for (HostileKind unreachable :
                List.of(HostileKind.FILES_OUTSIDE, HostileKind.OTHER_ADDRESSES, HostileKind.NO_REGULAR_FILES)) {
            assertEquals(0, tally.of(unreachable).explained, unreachable.name());
        }
    }

    private Duration longest(HostileKind kind) {
        return longest.getOrDefault(kind, Duration.ZERO);
    }

    private CaseExplainer explainer(HostileSurroundings surroundings) {
        TorchSettings torch = new TorchSettings(
                new DeviceChoice.Cpu(), OptionalInt.of(16), false, Optional.of(folder.resolve("cache")));
        return new CaseExplainer(
                new FileModelRepository(
                        List.of(MODELS), new TorchScriptLoader(torch), new ImageIoDecoder(ImageLimits.FILES)),
                new PictureReader(
                        new ImageIoDecoder(new ImageLimits(1 << 26, 1 << 24, ROOM)),
                        new FileImageStore(List.of(surroundings.allowed()), 1 << 26),
                        MOST_INLINE),
                new ExplainCase(System::nanoTime),
                new CasePictures(),
                new ExplanationSettings(
                        32, 32, new DrawSchedule.Published(1, 2, 0.02), 0, new Budget(1, Duration.ofSeconds(10))),
                InstantSource.system(),
                Admissions.unlimited());
    }

    /** None of these records comes for a second time. */
    private static final class NoTrials implements Trials {

        @Override
        public Standing of(Delivery suspect) {
            return Standing.NONE;
        }

        @Override
        public void begin(Delivery suspect) {
            throw new AssertionError("a suspect");
        }

        @Override
        public void end(Delivery suspect) {
            throw new AssertionError("a suspect");
        }
    }

    /** Makes the next record when it is asked for one, and sees what becomes of it. */
    private final class Stream implements CaseQueue {

        private final HostileRecords records;
        private final CaseRecordMapper mapper = new CaseRecordMapper();
        private final DeadLetters letters = new DeadLetters(sender);
        private HostileKind kind;
        private long taken;

        Stream(HostileRecords records) {
            this.records = records;
        }

        @Override
        public Optional<Delivery> take(Duration atMost) {
            if (tally.sent() == RECORDS) {
                stop.request();
                return Optional.empty();
            }
            kind = HostileKind.values()[tally.sent() % HostileKind.values().length];
            ProducerRecord<byte[], byte[]> made = records.make(kind);
            tally.of(kind).sent++;
            taken = System.nanoTime();
            ConsumerRecord<byte[], byte[]> source = new ConsumerRecord<>(
                    made.topic(),
                    0,
                    tally.sent(),
                    0,
                    TimestampType.CREATE_TIME,
                    0,
                    0,
                    made.key(),
                    made.value(),
                    made.headers(),
                    Optional.empty());
            return Optional.of(ConsumedRecord.read(source, mapper.content(made.value()), 1));
        }

        @Override
        public void standBy() {}

        @Override
        public void accept(Delivery delivery) {
            ProducerRecord<byte[], byte[]> told = told();
            assertEquals(Topic.ATTRIBUTIONS.topicName(), told.topic());
            tally.of(kind).explained++;
        }

        @Override
        public void reject(Delivery delivery, Rejection rejection) {
            letters.keep((ConsumedRecord) delivery, rejection);
            ProducerRecord<byte[], byte[]> told = told();
            assertEquals(Topic.SEGMENTATION_RESULTS_REJECTED.topicName(), told.topic());
            byte[] reason =
                    told.headers().lastHeader(RejectionHeader.REASON.key()).value();
            tally.of(kind).reject(new String(reason, StandardCharsets.UTF_8));
        }

        private ProducerRecord<byte[], byte[]> told() {
            Duration took = Duration.ofNanos(System.nanoTime() - taken);
            longest.merge(kind, took, (a, b) -> a.compareTo(b) > 0 ? a : b);
            ProducerRecord<byte[], byte[]> told = broker.history().get(0);
            assertEquals(1, broker.history().size());
            broker.clear();
            return told;
        }

        @Override
        public void release(Delivery delivery) {
            // none of these records waits for anything: it counts as lost
        }

        @Override
        public void close() {}
    }
}
