package io.limen.quickstart.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.limen.objectstore.S3Server;
import io.limen.quickstart.adapter.broker.EmbeddedBroker;
import io.limen.quickstart.adapter.process.ChildProcess;
import io.limen.quickstart.adapter.process.FreePort;
import io.limen.quickstart.adapter.process.Installation;
import io.limen.quickstart.adapter.process.ServiceProcess;
import io.limen.schemas.ImageReference;
import io.limen.schemas.RejectionHeader;
import io.limen.schemas.SegmentationResult;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Images that are too large for a record, through an object store that goes away, lies and forgets. */
@Timeout(400)
class LargeImagesIT {

    /** As noise a PNG of about 1.2 MB. */
    private static final int SIDE = 640;

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Installation INSTALLATION = new Installation(Path.of(".."));
    private static final String LOCATION = "s3://" + S3Server.BUCKET + "/limen";

    private final List<ChildProcess> children = new ArrayList<>();
    private final Instant deadline = Instant.now().plus(LIMIT);

    @TempDir
    Path folder;

    @AfterEach
    void stopThem() {
        children.forEach(ChildProcess::close);
    }

    @Test
    void casesWaitForTheStoreAndOnlyWhatItHasWronglyIsRejected() throws Exception {
        INSTALLATION.missing().ifPresent(line -> fail("the chain needs the jars of every module: " + line));
        int storePort = FreePort.any();
        Map<String, byte[]> kept = new TreeMap<>();
        try (EmbeddedBroker broker =
                EmbeddedBroker.start(Files.createDirectory(folder.resolve("broker")), FreePort.any(), FreePort.any())) {
            broker.createTopics();
            TopicReader reader = new TopicReader(broker.bootstrapServers());
            try (S3Server store = S3Server.start(storePort)) {
                publish(dataset(4), broker, store.endpoint());
                kept.putAll(store.objects());
            }
            assertReferences(reader, kept.keySet());
            List<String> keys = List.copyOf(kept.keySet());
            kept.put(keys.get(0), "another image".getBytes(StandardCharsets.UTF_8));
            kept.remove(keys.get(1));

            ServiceProcess explainer = explainer(broker, storePort);
            await("the store's absence is told", () -> health(explainer).contains("does not answer"));
            assertEquals(List.of(), reader.records(Topic.SEGMENTATION_RESULTS_REJECTED));

            try (S3Server store = S3Server.start(storePort)) {
                kept.forEach(store::put);
                await(
                        "two cases are explained and two rejected",
                        () -> reader.records(Topic.ATTRIBUTIONS).size() == 2
                                && reader.records(Topic.SEGMENTATION_RESULTS_REJECTED)
                                                .size()
                                        == 2);
            }
            assertEquals(
                    Set.of(
                            "the referenced image is not the one whose SHA-256 came with it",
                            "the referenced image is not in the object store"),
                    reasons(reader));
        }
    }

    private static void assertReferences(TopicReader reader, Set<String> keys) {
        Set<String> referred = reader.all(Topic.SEGMENTATION_RESULTS, SingleObjectSerde.segmentationResult()).stream()
                .map(SegmentationResult::getImage)
                .map(image -> ((ImageReference) image).getUri())
                .collect(Collectors.toSet());
        assertEquals(
                keys.stream().map(key -> "s3://" + S3Server.BUCKET + "/" + key).collect(Collectors.toSet()), referred);
    }

    private static Set<String> reasons(TopicReader reader) {
        return reader.records(Topic.SEGMENTATION_RESULTS_REJECTED).stream()
                .map(record -> record.headers()
                        .lastHeader(RejectionHeader.REASON.key())
                        .value())
                .map(reason -> new String(reason, StandardCharsets.UTF_8))
                .collect(Collectors.toSet());
    }

    private Path dataset(int images) throws IOException {
        Path dataset = folder.resolve("dataset");
        Random random = new Random(3);
        Path ofImages = Files.createDirectories(dataset.resolve("images"));
        Path ofMasks = Files.createDirectories(dataset.resolve("masks"));
        for (int number = 0; number < images; number++) {
            BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    image.setRGB(x, y, random.nextInt());
                }
            }
            BufferedImage mask = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
            Graphics2D pen = mask.createGraphics();
            pen.setColor(Color.WHITE);
            pen.fillOval(SIDE / 4, SIDE / 4, SIDE / 2, SIDE / 2);
            pen.dispose();
            ImageIO.write(image, "png", ofImages.resolve(number + ".png").toFile());
            ImageIO.write(mask, "png", ofMasks.resolve(number + ".png").toFile());
        }
        return dataset;
    }

    private void publish(Path dataset, EmbeddedBroker broker, URI endpoint) throws IOException {
        ChildProcess producer = ChildProcess.start(INSTALLATION.producer(
                List.of(
                        "publish",
                        "--dataset",
                        dataset.toString(),
                        "--model",
                        "phantom-unet@1",
                        "--bootstrap",
                        broker.bootstrapServers(),
                        "--image-store",
                        LOCATION,
                        "--s3-endpoint",
                        endpoint.toString()),
                Files.createDirectories(folder.resolve("producer"))));
        children.add(producer);
        await("the producer ends", () -> producer.exitCode().isPresent());
        int code = producer.exitCode().getAsInt();
        assertEquals(0, code, () -> producer.ended().toString());
    }

    private ServiceProcess explainer(EmbeddedBroker broker, int storePort) throws IOException {
        ServiceProcess explainer = INSTALLATION
                .service("explainer-service")
                .start(
                        List.of(
                                "-Xmx512m",
                                "-Dlimen.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                                "-Dlimen.models.roots=" + INSTALLATION.models(),
                                "-Dlimen.models.preload=phantom-unet@1",
                                "-Dlimen.workers=1",
                                "-Dlimen.explain.max-forwards=300",
                                "-Dlimen.images.s3.location=" + LOCATION,
                                "-Dlimen.images.s3.endpoint=http://127.0.0.1:" + storePort),
                        FreePort.any(),
                        Files.createDirectories(folder.resolve("explainer")));
        children.add(explainer.process());
        return explainer;
    }

    private static String health(ServiceProcess service) {
        HttpRequest request = HttpRequest.newBuilder(service.address().resolve("/q/health/ready"))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException notListeningYet) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private void await(String what, BooleanSupplier holds) {
        while (!holds.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(deadline), what + " in time");
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
