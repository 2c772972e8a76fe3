package io.limen.quickstart.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.quickstart.adapter.broker.EmbeddedBroker;
import io.limen.quickstart.adapter.process.FreePort;
import io.limen.quickstart.adapter.process.Installation;
import io.limen.quickstart.adapter.process.ServiceProcess;
import io.limen.schemas.AuditEntry;
import io.limen.schemas.SegmentationResult;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A case that comes over HTTP is on the topic when it is answered, once, and who brought it is on record. */
@Timeout(300)
class IntakeIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Installation INSTALLATION = new Installation(Path.of(".."));

    @TempDir
    Path folder;

    @Test
    void caseIsOnTheTopicOnceItIsAnsweredAndItsCallerIsOnRecord() throws Exception {
        try (EmbeddedBroker broker =
                EmbeddedBroker.start(Files.createDirectory(folder.resolve("broker")), FreePort.any(), FreePort.any())) {
            broker.createTopics();
            TopicReader reader = new TopicReader(broker.bootstrapServers());
            ServiceProcess intake = INSTALLATION
                    .service("producer")
                    .start(
                            List.of("-Xmx256m", "-Dlimen.kafka.bootstrap-servers=" + broker.bootstrapServers()),
                            FreePort.any(),
                            Files.createDirectory(folder.resolve("intake")));
            try (var process = intake.process()) {
                assertEquals(Optional.empty(), intake.awaitReady(Instant.now().plus(LIMIT)));

                HttpResponse<String> first = bring(intake);
                HttpResponse<String> second = bring(intake);

                assertEquals(201, first.statusCode(), first.body());
                assertEquals(first.body(), second.body());
                List<SegmentationResult> published =
                        reader.all(Topic.SEGMENTATION_RESULTS, SingleObjectSerde.segmentationResult());
                assertEquals(1, published.size());
                assertTrue(first.body().contains(published.get(0).getCaseId()), first.body());
                assertFalse(published.toString().contains("Doe"), published::toString);
                assertEquals(OptionalInt.empty(), process.exitCode());
            }
            AuditEntry entry =
                    reader.all(Topic.AUDIT_LOG, SingleObjectSerde.auditEntry()).get(0);
            assertEquals("this-machine", entry.getWho());
            assertEquals(1, entry.getPublication().getPublished());
            assertEquals(List.of("http"), entry.getPublication().getSources());
        }
    }

    private static HttpResponse<String> bring(ServiceProcess intake) throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request(intake, "unet@1"), HttpResponse.BodyHandlers.ofString());
    }

    /** A small black picture that the model is said to have segmented. */
    static HttpRequest request(ServiceProcess intake, String model) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        field(body, "model", model);
        field(body, "site", "clinic");
        text(body, "--x\r\nContent-Disposition: form-data; name=\"image\"; filename=\"Doe^John.png\"\r\n\r\n");
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", body);
        text(body, "\r\n--x--\r\n");
        return HttpRequest.newBuilder(intake.address().resolve("/segmentations"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header("Idempotency-Key", model)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
    }

    private static void field(ByteArrayOutputStream body, String name, String value) {
        text(body, "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
    }

    private static void text(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
