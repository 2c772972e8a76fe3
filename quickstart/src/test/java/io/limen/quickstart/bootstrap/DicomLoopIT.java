package io.limen.quickstart.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.limen.quickstart.adapter.broker.EmbeddedBroker;
import io.limen.quickstart.adapter.process.ChildProcess;
import io.limen.quickstart.adapter.process.FreePort;
import io.limen.quickstart.adapter.process.Installation;
import io.limen.schemas.Topic;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From a scanner's file to an object of the same study: DICOM images are published, explained, and their explanations come back. */
@Timeout(300)
class DicomLoopIT {

    private static final String MODEL = "phantom-unet@1";
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Installation INSTALLATION = new Installation(Path.of(".."));

    private final List<ChildProcess> children = new ArrayList<>();
    private final Instant deadline = Instant.now().plus(LIMIT);

    @TempDir
    Path folder;

    @AfterEach
    void stopThem() {
        children.forEach(ChildProcess::close);
    }

    @Test
    void explanationsComeBackToTheStudyThatTheImagesAreOf() throws IOException {
        INSTALLATION.missing().ifPresent(line -> fail("the chain needs the jars of every module: " + line));
        Path images = dicomImages();
        Path out = folder.resolve("objects");
        try (EmbeddedBroker broker =
                EmbeddedBroker.start(Files.createDirectory(folder.resolve("broker")), FreePort.any(), FreePort.any())) {
            broker.createTopics();
            String address = broker.bootstrapServers();
            run(
                    "publish",
                    "--dataset",
                    images.toString(),
                    "--model",
                    MODEL,
                    "--bootstrap",
                    address,
                    "--pseudonym-key",
                    Files.write(folder.resolve("key"), new byte[32]).toString());
            startExplainer(address);
            TopicReader reader = new TopicReader(address);
            await("both are explained", () -> reader.records(Topic.ATTRIBUTIONS).size() == 2);

            run(
                    "dicom",
                    "--dataset",
                    images.toString(),
                    "--model",
                    MODEL,
                    "--bootstrap",
                    address,
                    "--out",
                    out.toString());
        }

        try (Stream<Path> files = Files.list(out)) {
            List<Path> objects = files.sorted().toList();
            assertEquals(4, objects.size());
            for (Path object : objects) {
                String content = Files.readString(object, StandardCharsets.ISO_8859_1);
                assertEquals("DICM", content.substring(128, 132));
                assertTrue(content.contains("DOE^JANE") && content.contains("1.2.3.77"), "patient and study");
            }
        }
    }

    /** Phantoms as RGB files of one study. */
    private Path dicomImages() throws IOException {
        Path phantoms = folder.resolve("phantoms");
        run("phantoms", "--count", "2", "--size", "128", "--seed", "5", "--out", phantoms.toString());
        Path images = Files.createDirectory(folder.resolve("scanner"));
        for (int number = 0; number < 2; number++) {
            BufferedImage phantom = ImageIO.read(
                    phantoms.resolve("images/000%d.png".formatted(number)).toFile());
            Files.write(images.resolve(number + ".dcm"), dicom(phantom, "1.2.3.77.1." + (number + 1)));
        }
        return images;
    }

    private static byte[] dicom(BufferedImage image, String instance) {
        Elements meta = new Elements().text(0x0002_0010, "UI", "1.2.840.10008.1.2.1");
        byte[] rgb = new byte[3 * image.getWidth() * image.getHeight()];
        for (int i = 0; i < rgb.length / 3; i++) {
            int pixel = image.getRGB(i % image.getWidth(), i / image.getWidth());
            rgb[3 * i] = (byte) (pixel >> 16);
            rgb[3 * i + 1] = (byte) (pixel >> 8);
            rgb[3 * i + 2] = (byte) pixel;
        }
        Elements elements = new Elements()
                .text(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.7")
                .text(0x0008_0018, "UI", instance)
                .text(0x0010_0010, "PN", "DOE^JANE")
                .text(0x0020_000D, "UI", "1.2.3.77")
                .text(0x0020_000E, "UI", "1.2.3.77.1")
                .word(0x0028_0002, 3)
                .text(0x0028_0004, "CS", "RGB")
                .word(0x0028_0006, 0)
                .word(0x0028_0010, image.getHeight())
                .word(0x0028_0011, image.getWidth())
                .word(0x0028_0100, 8)
                .word(0x0028_0101, 8)
                .word(0x0028_0102, 7)
                .word(0x0028_0103, 0)
                .pixels(rgb);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[128]);
        file.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(meta.bytes.toByteArray());
        file.writeBytes(elements.bytes.toByteArray());
        return file.toByteArray();
    }

    /** Data elements, explicit little endian. */
    private static final class Elements {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Elements text(int tag, String representation, String text) {
            String even = text.length() % 2 == 0 ? text : text + (representation.equals("UI") ? "\0" : " ");
            return element(tag, representation, even.getBytes(StandardCharsets.US_ASCII));
        }

        Elements word(int tag, int word) {
            return element(tag, "US", new byte[] {(byte) word, (byte) (word >> 8)});
        }

        Elements element(int tag, String representation, byte[] value) {
            bytes.writeBytes(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putShort((short) (tag >>> 16))
                    .putShort((short) tag)
                    .put(representation.getBytes(StandardCharsets.US_ASCII))
                    .putShort((short) value.length)
                    .array());
            bytes.writeBytes(value);
            return this;
        }

        Elements pixels(byte[] value) {
            bytes.writeBytes(ByteBuffer.allocate(12)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(0x0010_7FE0)
                    .put("OB".getBytes(StandardCharsets.US_ASCII))
                    .putShort((short) 0)
                    .putInt(value.length)
                    .array());
            bytes.writeBytes(value);
            return this;
        }
    }

    private void run(String... arguments) throws IOException {
        ChildProcess producer = ChildProcess.start(
                INSTALLATION.producer(List.of(arguments), Files.createDirectories(folder.resolve("producer"))));
        children.add(producer);
        await(arguments[0] + " ends", () -> producer.exitCode().isPresent());
        assertEquals(0, producer.exitCode().getAsInt(), arguments[0]);
    }

    private void startExplainer(String address) throws IOException {
        children.add(INSTALLATION
                .service("explainer-service")
                .start(
                        List.of(
                                "-Xmx512m",
                                "-Dlimen.kafka.bootstrap-servers=" + address,
                                "-Dlimen.models.roots=" + INSTALLATION.models(),
                                "-Dlimen.models.preload=" + MODEL,
                                "-Dlimen.workers=1",
                                "-Dlimen.explain.max-forwards=300"),
                        FreePort.any(),
                        Files.createDirectories(folder.resolve("explainer")))
                .process());
    }

    private void await(String what, BooleanSupplier holds) {
        while (!holds.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(deadline), what + " in time");
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
