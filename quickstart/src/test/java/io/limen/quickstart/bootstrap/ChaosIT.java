package io.limen.quickstart.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.limen.quickstart.adapter.broker.EmbeddedBroker;
import io.limen.quickstart.adapter.broker.LinkedBroker;
import io.limen.quickstart.adapter.process.FreePort;
import io.limen.schemas.Attribution;
import io.limen.schemas.InlineImage;
import io.limen.schemas.RejectionHeader;
import io.limen.schemas.SegmentationResult;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What may happen to a deployment, at random and again and again, while cases come: after each every case is in the statistics
 * exactly once, or a dead letter with its reason. Each test prints its line of the table in docs/chaos.md.
 */
@Tag("chaos")
class ChaosIT {

    private static final int KILLS = Integer.getInteger("chaos.kills", 10);
    private static final int CASES = Integer.getInteger("chaos.cases", 4 * KILLS + 8);
    private static final long SEED = Long.getLong("chaos.seed", 1);
    private static final Duration LIMIT = Duration.ofMinutes(Integer.getInteger("chaos.minutes", 20));

    /** At most so many cases between two faults: the next comes in the middle of one of the next. */
    private static final int MOST_BETWEEN = 3;

    /** Longer than the lock of a share group there, the session of a stream, and its transactions. */
    private static final Duration CUT = Duration.ofSeconds(25);

    private static final int STATE_DISK_MEGABYTES = 96;
    private static final int BURST = Integer.getInteger("chaos.burst", 1_000);
    private static final int FILLS = Math.max(1, KILLS / 5);
    private static final String FULL = "no space left for the state";
    private static final String READY = "RUNNING";
    private static final int WORKERS = 2;
    private static final String KILLER = "a-case-that-kills";
    private static final int KILLERS_SIDE = 128;

    private final Random random = new Random(SEED);
    private final int port = FreePort.any();
    private final int controllerPort = FreePort.any();
    private ChaosChain chain;
    private EmbeddedBroker broker;
    private Tally tally;

    @BeforeEach
    void prepare() throws Exception {
        chain = new ChaosChain(LIMIT);
    }

    private void startBroker() {
        broker = EmbeddedBroker.start(chain.folder("broker"), port, controllerPort);
        begin(broker.bootstrapServers());
    }

    private void begin(String forServices) {
        broker.createTopics();
        tally = new Tally(broker.bootstrapServers());
        chain.reach(forServices);
    }

    @AfterEach
    void stop() {
        tally.close();
        chain.stopServices();
        broker.close();
        chain.close();
    }

    private List<ChaosChain.Service> explainers(int count) {
        List<ChaosChain.Service> explainers =
                Stream.generate(() -> chain.explainer(WORKERS)).limit(count).toList();
        explainers.forEach(ChaosChain.Service::awaitReady);
        return explainers;
    }

    private void await(String what, BooleanSupplier condition) {
        chain.await(what, tally, condition);
    }

    /** One to three more cases have their outcome; near the end, those that are left. */
    private void awaitSomeMore() {
        int next = Math.min(tally.finished() + 1 + random.nextInt(MOST_BETWEEN), CASES - WORKERS);
        await("the next fault", () -> tally.finished() >= next);
    }

    private void awaitTheEnd(int cases) {
        await("every case", () -> tally.finished() >= cases);
        await("the statistics", tally::isUpToDate);
    }

    @Test
    void explainersThatAreKilledInTheMiddleOfCasesAndACaseThatKillsThem() throws Exception {
        startBroker();
        chain.aggregator(chain.folder("state")).awaitReady();
        chain.publish(CASES, broker.bootstrapServers());
        publishKiller();
        List<ChaosChain.Service> explainers = explainers(2);
        for (int kills = 0; kills < KILLS; kills++) {
            awaitSomeMore();
            explainers.get(random.nextInt(explainers.size())).kill();
        }
        await("the verdict on the case that kills", () -> tally.rejected().containsKey(KILLER));
        awaitTheEnd(CASES + 1);

        int ownDeaths = explainers.stream().mapToInt(ChaosChain.Service::starts).sum() - explainers.size() - KILLS;
        tally.hold(
                "kill -9 an explainer, and a case that killed " + ownDeaths + " more",
                KILLS,
                Set.of(KILLER),
                KILLS / 5);
        var letter = tally.rejected().get(KILLER);
        assertTrue(Tally.header(letter, RejectionHeader.REASON).contains("alone in its process"));
        assertTrue(Integer.parseInt(Tally.header(letter, RejectionHeader.DELIVERIES)) >= 3);
    }

    private void publishKiller() throws Exception {
        BufferedImage white = new BufferedImage(KILLERS_SIDE, KILLERS_SIDE, BufferedImage.TYPE_INT_RGB);
        int[] pixels = new int[KILLERS_SIDE * KILLERS_SIDE];
        Arrays.fill(pixels, 0xffffff);
        white.setRGB(0, 0, KILLERS_SIDE, KILLERS_SIDE, pixels, 0, KILLERS_SIDE);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(white, "png", png);
        SegmentationResult killer = SegmentationResult.newBuilder()
                .setCaseId(KILLER)
                .setSite("chaos")
                .setModel(DeadlyModel.NAME)
                .setModelVersion(DeadlyModel.VERSION)
                .setImage(new InlineImage(ByteBuffer.wrap(png.toByteArray())))
                .setTargetClass(0)
                .setSegmentedAt(Instant.now())
                .build();
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            producer.send(new ProducerRecord<>(
                            Topic.SEGMENTATION_RESULTS.topicName(),
                            KILLER.getBytes(StandardCharsets.UTF_8),
                            SingleObjectSerde.segmentationResult().encode(killer)))
                    .get();
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @Test
    void aggregatorsThatAreKilled() {
        startBroker();
        ChaosChain.Service aggregator = chain.aggregator(chain.folder("state"));
        aggregator.awaitReady();
        chain.publish(CASES, broker.bootstrapServers());
        explainers(1);
        for (int kills = 0; kills < KILLS; kills++) {
            awaitSomeMore();
            aggregator.kill();
        }
        awaitTheEnd(CASES);

        tally.hold("kill -9 the aggregator", KILLS);
    }

    @Test
    void aBrokerThatIsRestarted() {
        startBroker();
        chain.aggregator(chain.folder("state")).awaitReady();
        chain.publish(CASES, broker.bootstrapServers());
        await("the producer", () -> tally.published().size() >= CASES);
        explainers(1);
        int restarts = Math.max(1, KILLS / 2);
        for (int i = 0; i < restarts; i++) {
            awaitSomeMore();
            broker.close();
            broker = EmbeddedBroker.start(chain.folder("broker"), port, controllerPort);
        }
        awaitTheEnd(CASES);

        tally.hold("restart the broker", restarts);
    }

    @Test
    void aNetworkThatIsCutForLongerThanLocksAndSessionsLast() throws Exception {
        int linkedPort = FreePort.any();
        int farEnd = FreePort.any();
        broker = LinkedBroker.start(chain.folder("broker"), port, linkedPort, farEnd, controllerPort);
        try (CuttableLink link = new CuttableLink(farEnd, linkedPort)) {
            begin("127.0.0.1:" + farEnd);
            chain.aggregator(chain.folder("state")).awaitReady();
            chain.publish(CASES, broker.bootstrapServers());
            explainers(1);
            int cuts = Math.max(1, KILLS / 3);
            for (int i = 0; i < cuts; i++) {
                awaitSomeMore();
                link.cutFor(CUT);
            }
            awaitTheEnd(CASES);

            tally.hold("cut the network for " + CUT.toSeconds() + " s", cuts);
            chain.stopServices();
        }
    }

    @Test
    void aDiskThatIsFullWhereTheStateLies() throws Exception {
        assumeTrue(SmallDisk.possible(), "needs the right to mount a small file system");
        startBroker();
        try (SmallDisk disk = SmallDisk.mount(chain.folder("state"), STATE_DISK_MEGABYTES)) {
            ChaosChain.Service aggregator = chain.aggregator(disk.folder().resolve("stream"));
            aggregator.awaitReady();
            chain.publish(CASES, broker.bootstrapServers());
            explainers(1);
            for (int fills = 0; fills < FILLS; fills++) {
                awaitSomeMore();
                disk.fill();
                burst(fills);
                // what the stream has is in memory, and in Kafka
                awaitTheEnd(tally.finished());
                disk.free();
                aggregator.restartAfter(disk::emptyAndFill);
                awaitFullDisk(aggregator);
                disk.free();
                await(
                        "the stream on a disk with space",
                        () -> health(aggregator, "ready").contains(READY));
            }
            awaitTheEnd(CASES + FILLS * BURST);

            tally.hold("fill the disk of the aggregator's state, and restart it there", FILLS);
            chain.stopServices();
        }
    }

    /** It says so in one line of its log, in its readiness, and goes on living. */
    private void awaitFullDisk(ChaosChain.Service aggregator) throws IOException {
        await("the full disk", () -> health(aggregator, "ready").contains(FULL));
        assertTrue(health(aggregator, "live").contains("UP"));
        List<String> lines = Files.readAllLines(aggregator.log()).stream()
                .filter(line -> line.contains(FULL))
                .toList();
        assertEquals(1, lines.size(), lines::toString);
    }

    private static String health(ChaosChain.Service service, String kind) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(service.process().address().resolve("/q/health/" + kind))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "not listening yet";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Many more attributions than the explainers make, so that the stream has something to write: as theirs, under other names. */
    private void burst(int number) {
        Attribution template = tally.anyAttribution();
        byte[] key = (template.getModel() + "@" + template.getModelVersion()).getBytes(StandardCharsets.UTF_8);
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (int i = 0; i < BURST; i++) {
                Attribution one = Attribution.newBuilder(template)
                        .setCaseId("burst-" + number + "-" + i)
                        .setExplanationId(String.format("%064x", number * BURST + i))
                        .setOverlay(null)
                        .build();
                producer.send(new ProducerRecord<>(
                        Topic.ATTRIBUTIONS.topicName(),
                        key,
                        SingleObjectSerde.attribution().encode(one)));
            }
        }
    }
}
