package io.limen.producer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.producer.adapter.cli.ProgressLines;
import io.limen.producer.adapter.dicom.element.DicomBytes;
import io.limen.producer.adapter.kafka.BrokerConnection;
import io.limen.producer.application.Interruption;
import io.limen.producer.application.PublishCases;
import io.limen.schemas.InlineImage;
import io.limen.schemas.SegmentationResult;
import io.limen.schemas.SingleObjectSerde;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Nothing that identifies somebody in what comes in is in anything that goes out: record, object, output or log. */
class DeidentificationTest {

    /** Every value of the inputs that could tell who, where or when, and every name on the way to them. */
    private static final List<String> SECRETS = List.of(
            "DOE^JANE",
            "PAT-4711",
            "19610203",
            "ACC-0815",
            "Mercy General",
            "SMITH^JOHN",
            "20240506",
            "101112",
            "Main Street",
            "1.2.840.99999.1",
            "1.2.840.99999.2",
            "1.2.840.99999.3",
            "MRI-BASEMENT",
            "SN-112233",
            "secret protocol",
            "SECRETPRIVATE",
            "nested^name",
            "lut of jane",
            "camera of doe",
            "GPS 52.5N",
            "Jane_Doe",
            "ward7",
            "visit_2024");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<MockProducer<String, SegmentationResult>> runs = new ArrayList<>();

    private Path input;
    private Path store;

    @BeforeEach
    void writeTheKey() throws IOException {
        input = Files.createDirectories(folder.resolve("ward7/Jane_Doe/visit_2024"));
        store = Files.createDirectories(folder.resolve("store"));
        Files.write(folder.resolve("key"), new byte[32]);
    }

    @Test
    void nothingThatIdentifiesLeaves() throws IOException {
        dicom().write(input.resolve("Jane_Doe.dcm"));
        noise(900).write(input.resolve("large.dcm"));
        Files.write(input.resolve("Jane_Doe.png"), png());
        Files.write(input.resolve("Jane_Doe_camera.jpg"), jpeg());

        String logged = logged(() -> assertEquals(0, publish("--image-store", store.toString()), err::toString));

        assertEquals(4, sent().size());
        List<String> everything = new ArrayList<>(List.of(out.toString(), err.toString(), logged));
        sent().forEach(sent -> everything.add(text(sent)));
        try (Stream<Path> objects = Files.walk(store)) {
            List<Path> kept = objects.filter(Files::isRegularFile).toList();
            assertEquals(1, kept.size());
            everything.add(store.relativize(kept.get(0)).toString());
            everything.add(Files.readString(kept.get(0), StandardCharsets.ISO_8859_1));
        }
        for (String secret : SECRETS) {
            everything.forEach(text -> assertFalse(text.contains(secret), () -> secret + " in " + text));
        }
    }

    /** The secrets are in the inputs: the test above would find them. */
    @Test
    void theInputsHoldEverySecret() throws IOException {
        String inputs = new String(dicom().file("1.2.840.10008.1.2.1"), StandardCharsets.ISO_8859_1)
                + new String(png(), StandardCharsets.ISO_8859_1)
                + new String(jpeg(), StandardCharsets.ISO_8859_1)
                + input.resolve("Jane_Doe.dcm");

        SECRETS.forEach(secret -> assertTrue(inputs.contains(secret), secret));
    }

    @Test
    void whatFailsIsNamedToWhoAsksAndItsContentIsNot() throws IOException {
        byte[] whole = dicom().file("1.2.840.10008.1.2.1");
        Files.write(input.resolve("scan.dcm"), java.util.Arrays.copyOf(whole, whole.length - 3));

        String logged = logged(() -> assertEquals(1, publish()));

        assertTrue(err.toString().startsWith("scan.dcm: truncated DICOM file"), err::toString);
        for (String secret : SECRETS) {
            assertFalse((out + logged + err).contains(secret), secret);
        }
    }

    @Test
    void aStudyHasOneNamePerKey() throws IOException {
        dicom().write(input.resolve("a.dcm"));

        publish();
        publish();
        Files.write(folder.resolve("key"), "quite another key".getBytes(StandardCharsets.UTF_8));
        publish();

        List<String> studies =
                sent().stream().map(sent -> sent.value().getStudyId()).toList();
        assertEquals(studies.get(0), studies.get(1));
        assertNotEquals(studies.get(0), studies.get(2));
    }

    @Test
    void declaredAreasAreBlackWhateverTheFormat() throws IOException {
        noPixels()
                .text(0x0028_0301, "CS", "YES")
                .element(DicomBytes.PIXEL_DATA, "OB", bright(64))
                .write(input.resolve("a.dcm"));
        Files.write(input.resolve("b.png"), png());

        assertEquals(0, publish("--blank", "0,0,2,100", "--blank", "7,7,9,9"), err::toString);

        assertEquals(2, sent().size());
        for (ProducerRecord<String, SegmentationResult> sent : sent()) {
            ByteBuffer encoded = ((InlineImage) sent.value().getImage()).getEncoded();
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            assertEquals(0xFF000000, image.getRGB(3, 1));
            assertEquals(0xFF000000, image.getRGB(7, 7));
            assertNotEquals(0xFF000000, image.getRGB(3, 2));
        }
    }

    private static DicomBytes dicom() {
        return noPixels().element(DicomBytes.PIXEL_DATA, "OB", bright(64));
    }

    private static DicomBytes noise(int size) {
        byte[] pixels = new byte[size * size];
        new Random(7).nextBytes(pixels);
        return identifying().image("MONOCHROME2", 1, size, size, 8).element(DicomBytes.PIXEL_DATA, "OB", pixels);
    }

    private static DicomBytes noPixels() {
        return identifying()
                .image("MONOCHROME2", 1, 8, 8, 8)
                .sequence(
                        0x0028_3010,
                        lut -> lut.element(0x0028_3002, "US", new byte[] {2, 0, 0, 0, 8, 0})
                                .text(0x0028_3003, "LO", "lut of jane")
                                .element(0x0028_3006, "OW", new byte[] {0, 0, -1, 0}));
    }

    private static DicomBytes identifying() {
        return DicomBytes.explicitLittle()
                .text(0x0008_0018, "UI", "1.2.840.99999.1")
                .text(0x0008_0020, "DA", "20240506")
                .text(0x0008_0030, "TM", "101112")
                .text(0x0008_0050, "SH", "ACC-0815")
                .text(0x0008_0080, "LO", "Mercy General")
                .text(0x0008_0081, "ST", "Main Street")
                .text(0x0008_0090, "PN", "SMITH^JOHN")
                .text(0x0008_1010, "SH", "MRI-BASEMENT")
                .sequence(0x0008_1115, series -> series.text(0x0010_0010, "PN", "nested^name"))
                .text(0x0010_0010, "PN", "DOE^JANE")
                .text(0x0010_0020, "LO", "PAT-4711")
                .text(0x0010_0030, "DA", "19610203")
                .text(0x0018_1000, "LO", "SN-112233")
                .text(0x0018_1030, "LO", "secret protocol")
                .text(0x0020_000D, "UI", "1.2.840.99999.2")
                .text(0x0020_000E, "UI", "1.2.840.99999.3")
                .text(0x0029_1010, "UN", "SECRETPRIVATE");
    }

    private static byte[] bright(int count) {
        byte[] pixels = new byte[count];
        java.util.Arrays.fill(pixels, (byte) 200);
        return pixels;
    }

    /** With a text chunk after the header. */
    private static byte[] png() throws IOException {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        ImageIO.write(picture(), "png", encoded);
        byte[] text = "tEXtComment\0camera of doe".getBytes(StandardCharsets.ISO_8859_1);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(text);
        byte[] plain = encoded.toByteArray();
        ByteArrayOutputStream with = new ByteArrayOutputStream();
        with.write(plain, 0, 33);
        with.writeBytes(ByteBuffer.allocate(4).putInt(text.length - 4).array());
        with.writeBytes(text);
        with.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
        with.write(plain, 33, plain.length - 33);
        return with.toByteArray();
    }

    /** With an APP1 segment after the start. */
    private static byte[] jpeg() throws IOException {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        ImageIO.write(picture(), "jpeg", encoded);
        byte[] exif = "Exif\0\0GPS 52.5N".getBytes(StandardCharsets.ISO_8859_1);
        byte[] plain = encoded.toByteArray();
        ByteArrayOutputStream with = new ByteArrayOutputStream();
        with.write(plain, 0, 2);
        with.writeBytes(ByteBuffer.allocate(4)
                .putShort((short) 0xFFE1)
                .putShort((short) (exif.length + 2))
                .array());
        with.writeBytes(exif);
        with.write(plain, 2, plain.length - 2);
        return with.toByteArray();
    }

    private static BufferedImage picture() {
        BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64; i++) {
            picture.setRGB(i % 8, i / 8, 0xA0_40_20 + i);
        }
        return picture;
    }

    private static String text(ProducerRecord<String, SegmentationResult> sent) {
        StringBuilder text = new StringBuilder(sent.key())
                .append(sent.value())
                .append(new String(
                        SingleObjectSerde.segmentationResult().encode(sent.value()), StandardCharsets.ISO_8859_1));
        for (Header header : sent.headers()) {
            text.append(header.key()).append(new String(header.value(), StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }

    private MockProducer<String, SegmentationResult> broker() {
        runs.add(new MockProducer<>(
                true,
                null,
                new StringSerializer(),
                SingleObjectSerde.segmentationResult().serializer()));
        return runs.get(runs.size() - 1);
    }

    @Test
    void aKeyThatIsNotThereIsOneLineBeforeABrokerIsAsked() throws IOException {
        Files.delete(folder.resolve("key"));

        assertEquals(2, publish());

        assertEquals(
                List.of("limen publish: can't read the pseudonym key " + folder.resolve("key")),
                err.toString().lines().toList());
        assertEquals(List.of(), runs);
    }

    /** What all runs have published. */
    private List<ProducerRecord<String, SegmentationResult>> sent() {
        return runs.stream().flatMap(run -> run.history().stream()).toList();
    }

    private int publish(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "publish",
                "--dataset",
                input.toString(),
                "--model",
                "unet@1",
                "--pseudonym-key",
                folder.resolve("key").toString()));
        arguments.addAll(List.of(more));
        PrintWriter errors = new PrintWriter(err, true);
        CommandLine command = ProducerCommandLine.command(
                brokers -> new BrokerConnection(
                        broker(),
                        new MockProducer<>(
                                true,
                                null,
                                new StringSerializer(),
                                SingleObjectSerde.auditEntry().serializer())),
                new PublishCases.Surroundings(
                        new ProgressLines(errors, () -> Instant.EPOCH), new Undisturbed(), () -> Instant.EPOCH));
        return command.setOut(new PrintWriter(out, true)).setErr(errors).execute(arguments.toArray(String[]::new));
    }

    /** What is written to the process's own outputs meanwhile. */
    private static String logged(Runnable action) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        try (PrintStream capture = new PrintStream(written, true, StandardCharsets.UTF_8)) {
            System.setOut(capture);
            System.setErr(capture);
            action.run();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return written.toString(StandardCharsets.UTF_8);
    }

    private static final class Undisturbed implements Interruption {
        @Override
        public boolean wanted() {
            return false;
        }

        @Override
        public void await(Duration duration) {
            // the clock of these tests stands still
        }
    }
}
