package io.limen.producer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.producer.adapter.cli.ProgressLines;
import io.limen.producer.adapter.kafka.BrokerConnection;
import io.limen.producer.application.BadInput;
import io.limen.producer.application.PublishCases;
import io.limen.schemas.AuditEntry;
import io.limen.schemas.AuditOutcome;
import io.limen.schemas.Publication;
import io.limen.schemas.SegmentationResult;
import io.limen.schemas.SingleObjectSerde;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ProducerCommandLineTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final MockProducer<String, SegmentationResult> broker = new MockProducer<>(
            true,
            null,
            new StringSerializer(),
            SingleObjectSerde.segmentationResult().serializer());
    private final MockProducer<String, AuditEntry> audit = new MockProducer<>(
            true, null, new StringSerializer(), SingleObjectSerde.auditEntry().serializer());

    @Test
    void aFolderIsPublishedWithItsMasks() throws IOException {
        image("images/a.png", 8);
        image("images/b.bmp", 9);
        image("masks/a_mask.png", 8);

        int exitCode = run("publish", "--dataset", folder.toString(), "--model", "unet@1");

        assertEquals(0, exitCode, err.toString());
        assertEquals(
                "Published 2 of 2 cases in 0.0 s, 1 with ground truth, 0 failed.",
                out.toString().trim());
        assertEquals(2, broker.history().size());
        assertNotNull(result(0).getGroundTruth());
        assertNull(result(0).getMask());
        assertNull(result(1).getGroundTruth());
    }

    @Test
    void masksMayBePredictions() throws IOException {
        image("images/a.png", 8);
        image("masks/a.png", 8);

        run("publish", "--dataset", folder.toString(), "--model", "unet@1", "--masks", "prediction");

        assertNotNull(result(0).getMask());
        assertNull(result(0).getGroundTruth());
    }

    @Test
    void thePredictionsFolderHoldsTheModelsMasks() throws IOException {
        image("images/a.png", 8);
        image("masks/a.png", 8);
        image("predictions/a.png", 8);

        run("publish", "--dataset", folder.toString(), "--model", "unet@1");

        assertNotNull(result(0).getMask());
        assertNotNull(result(0).getGroundTruth());
    }

    @Test
    void oneFolderOfImagesAndMasksWillDo() throws IOException {
        image("a.png", 8);
        image("a_segmentation.png", 8);

        int exitCode = run("publish", "--dataset", folder.toString(), "--model", "unet@1");

        assertEquals(0, exitCode, err.toString());
        assertEquals(1, broker.history().size());
        assertNotNull(result(0).getGroundTruth());
    }

    @Test
    void badFilesAreNamedAndTheRestGoesThrough() throws IOException {
        image("images/good.png", 8);
        image("images/other.png", 8);
        image("masks/other.png", 5);
        Files.writeString(folder.resolve("images/text.png"), "hello");
        Files.writeString(folder.resolve("images/LICENSE.txt"), "free");

        int exitCode = run("publish", "--dataset", folder.toString(), "--model", "unet@1");

        assertEquals(1, exitCode);
        assertEquals(
                List.of(
                        "layout folders: 3 images, 1 with a mask",
                        "left out, no images: images/LICENSE.txt",
                        "images/other.png: its mask is of 5x5 pixels, the image of 8x8",
                        "images/text.png: not an image that Limen reads (PNG, JPEG, TIFF, BMP, GIF)"),
                err.toString().lines().toList());
        assertEquals(
                "Published 1 of 3 cases in 0.0 s, 0 with ground truth, 2 failed.",
                out.toString().trim());
    }

    @Test
    void anImageNeedsNoExtensionAndAnythingElseIsNoFailure() throws IOException {
        image("scan.png", 8);
        Files.move(folder.resolve("scan.png"), folder.resolve("scan"));
        Files.writeString(folder.resolve("Makefile"), "all:");
        Files.writeString(folder.resolve("volume.raw"), "raw");

        int exitCode = run("publish", "--dataset", folder.toString(), "--model", "unet@1");

        assertEquals(0, exitCode, err.toString());
        assertTrue(err.toString().contains("left out, no images: Makefile, volume.raw"), err.toString());
        assertEquals(1, broker.history().size());
    }

    @Test
    void nothingThatIsUnderstoodIsALineThatSaysWhatIs() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "hello");

        int exitCode = run("publish", "--dataset", folder.toString(), "--model", "unet@1");

        assertEquals(2, exitCode);
        assertTrue(err.toString().contains("Limen understands DICOM images"), err.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"photos", "."})
    void masksMayLieElsewhereOrBelowTheImages(String images) throws IOException {
        image(images + "/p1/a.png", 8);
        image("drawn/p1/a.png", 8);

        run(
                "publish",
                "--dataset",
                folder.resolve(images).toString(),
                "--masks-dir",
                folder.resolve("drawn").toString(),
                "--model",
                "unet@1");

        assertEquals(1, broker.history().size());
        assertNotNull(result(0).getGroundTruth());
    }

    @Test
    void theUserMayNameTheSuffixOfMasks() throws IOException {
        image("a.png", 8);
        image("a_lesion.png", 8);

        run("publish", "--dataset", folder.toString(), "--model", "unet@1", "--masks-suffix", "_lesion");

        assertEquals(1, broker.history().size());
        assertNotNull(result(0).getGroundTruth());
    }

    @Test
    void aLayoutThatIsNotThereIsSaid() throws IOException {
        image("a.png", 8);

        int exitCode = run("publish", "--dataset", folder.toString(), "--model", "unet@1", "--layout", "fives");

        assertEquals(2, exitCode);
        assertTrue(err.toString().contains("that are laid out as fives"), err.toString());
    }

    /** A file name may hold a patient's name. */
    @Test
    void noNameOfFileOrFolderIsInARecord() throws IOException {
        image("images/DOE/JOHN.png", 8);
        image("images/DOE/JANE.jpg", 8);
        image("masks/DOE/JOHN_mask.png", 8);

        run("publish", "--dataset", folder.toString(), "--model", "unet@1", "--study-per-folder");

        assertEquals(2, broker.history().size());
        for (ProducerRecord<String, SegmentationResult> sent : broker.history()) {
            byte[] value = SingleObjectSerde.segmentationResult().encode(sent.value());
            String everything = sent.key() + sent.value() + new String(value, StandardCharsets.ISO_8859_1);
            for (String secret : List.of(
                    "DOE", "JOHN", "JANE", "images", folder.getFileName().toString())) {
                assertFalse(everything.contains(secret), secret);
            }
            assertEquals(0, sent.headers().toArray().length);
        }
        assertEquals(result(0).getStudyId(), result(1).getStudyId());
    }

    @Test
    void imagesOfDifferentSubFoldersAreOfDifferentStudies() throws IOException {
        image("images/p1/a.png", 8);
        image("images/p2/a.png", 9);

        run("publish", "--dataset", folder.toString(), "--model", "unet@1", "--study-per-folder");

        assertFalse(result(0).getStudyId().equals(result(1).getStudyId()));
    }

    @Test
    void phantomsGoToTheModelsInTurn() {
        int exitCode = run(
                "publish",
                "--phantoms",
                "4",
                "--size",
                "32",
                "--model",
                "a@1",
                "--model",
                "b@1",
                "--scenario",
                "drift");

        assertEquals(0, exitCode, err.toString());
        assertEquals(
                List.of("a", "b", "a", "b"),
                broker.history().stream().map(sent -> sent.value().getModel()).toList());
        assertNotNull(result(3).getGroundTruth());
    }

    @Test
    void exportedPhantomsCanBePublished() throws IOException {
        Path phantoms = folder.resolve("phantoms");

        int exported = run("phantoms", "--count", "2", "--size", "32", "--out", phantoms.toString());
        int published = run("publish", "--dataset", phantoms.toString(), "--model", "unet@1");

        assertEquals(0, exported, err.toString());
        assertEquals(0, published, err.toString());
        assertEquals(2, broker.history().size());
        try (Stream<Path> masks = Files.list(phantoms.resolve("masks"))) {
            assertEquals(
                    List.of("0000.png", "0001.png"),
                    masks.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void causesOfPlantedPhantomsLieBesideTheirMasksAndAreNotPublished() throws IOException {
        Path phantoms = folder.resolve("phantoms");

        run("phantoms", "--count", "2", "--size", "32", "--scenario", "sticker", "--out", phantoms.toString());
        int published = run("publish", "--dataset", phantoms.toString(), "--model", "unet@1");

        assertEquals(0, published, err.toString());
        assertEquals(2, broker.history().size());
        try (Stream<Path> causes = Files.list(phantoms.resolve("causes"))) {
            assertEquals(
                    List.of("0001.png"),
                    causes.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void phantomsAreNotWrittenOverAnything() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "precious");

        int exitCode = run("phantoms", "--count", "1", "--out", folder.toString());

        assertEquals(2, exitCode);
        assertEquals(
                "limen phantoms: the folder is not empty: " + folder,
                err.toString().trim());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "publish",
                "publish --model unet@1",
                "publish --dataset /no/such/folder --model unet@1",
                "publish --dataset EMPTY --model unet@1",
                "publish --phantoms 2 --model unet",
                "publish --phantoms 2 --model ../../x@1",
                "publish --phantoms 0 --model unet@1",
                "publish --phantoms 2 --dataset EMPTY --model unet@1",
                "publish --phantoms 2 --model unet@1 --rate 0",
                "publish --phantoms 2 --model unet@1 --rate NaN",
                "publish --phantoms 2 --model unet@1 --limit -1",
                "publish --phantoms 2 --model unet@1 --masks prediction",
                "publish --phantoms 2 --model unet@1 --scenario flood",
                "publish --phantoms 2 --model unet@1 --size 5",
                "publish --phantoms 2 --model unet@1 --bootstrap nowhere:1",
                "publish --phantoms 2 --model unet@1 --image-store s3://Not_A_Bucket",
                "publish --phantoms 2 --model unet@1 --s3-endpoint http://127.0.0.1:9",
                "publish --phantoms 2 --model unet@1 --image-store s3://images --s3-endpoint http://me:secret@127.0.0.1:9",
                "publish --phantoms 2 --model unet@1 --image-store s3://images --s3-region Brussels!",
                "publish --phantoms 2 --model unet@1 --image-store s3://images --image-days 3",
                "publish --phantoms 2 --model unet@1 --image-store EMPTY --image-days 0",
                "publish --phantoms 2 --model unet@1 --layout isic",
                "publish --dataset EMPTY --model unet@1 --layout shelf",
                "publish --dataset EMPTY --model unet@1 --layout isic --masks-dir EMPTY",
                "publish --dataset EMPTY --model unet@1 --masks-dir /no/such/folder",
                "publish --dataset EMPTY --model unet@1 --class 0",
                "publish --dataset EMPTY --model unet@1 --blank 0,0,5",
                "publish --dataset EMPTY --model unet@1 --blank 0,0,5,-1",
                "publish --dataset EMPTY --model unet@1 --axis oblique",
                "publish --dataset EMPTY --model unet@1 --window 5",
                "publish --dataset EMPTY --model unet@1 --window 5,5",
                "publish --dataset EMPTY --model unet@1 --window NaN,5",
                "publish --phantoms 2 --model unet@1 --all-slices",
                "phantoms --count 3",
                "phantoms --count 0 --out EMPTY",
                "explode"
            })
    void aUsersMistakeIsOneLineAndExitCodeTwo(String line) {
        String[] arguments = line.isEmpty()
                ? new String[0]
                : line.replace("EMPTY", folder.toString()).split(" ");

        int exitCode = run(arguments);

        assertEquals(2, exitCode);
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().startsWith("limen"), err.toString());
        assertEquals("", out.toString());
        assertEquals(0, broker.history().size());
    }

    @Test
    void helpAndVersionAreForEveryone() {
        assertEquals(0, run("publish", "--help"));
        assertEquals(0, run("--version"));
        assertTrue(Pattern.compile("--dataset=DIR").matcher(out.toString()).find());
    }

    private SegmentationResult result(int index) {
        return broker.history().get(index).value();
    }

    @Test
    void everyRunIsOnRecordWithoutANameOfAFile() throws IOException {
        image("images/miller-anna.png", 8);
        Files.writeString(folder.resolve("images/smith-john.png"), "hello");

        run("publish", "--dataset", folder.toString(), "--model", "unet@1", "--by", "ada");

        assertEquals(1, audit.history().size());
        assertEquals("audit-log", audit.history().get(0).topic());
        assertEquals("unet@1", audit.history().get(0).key());
        AuditEntry entry = audit.history().get(0).value();
        assertEquals("ada", entry.getWho());
        assertEquals("unet", entry.getModel());
        assertEquals(AuditOutcome.FAILED, entry.getOutcome());
        assertEquals(
                new Publication(Instant.EPOCH, List.of("unet@1"), List.of("folder"), 2L, 1L, 1L, "COMPLETE"),
                entry.getPublication());
        assertFalse(entry.toString().matches("(?s).*(miller|smith|images|" + folder.getFileName() + ").*"));
    }

    @Test
    void aRunForSeveralModelsNamesThemAll() {
        run("publish", "--phantoms", "2", "--size", "64", "--model", "unet@1", "--model", "segformer@2");

        assertNull(audit.history().get(0).key());
        AuditEntry entry = audit.history().get(0).value();
        assertNull(entry.getModel());
        assertEquals(List.of("unet@1", "segformer@2"), entry.getPublication().getModels());
        assertEquals(AuditOutcome.ACCEPTED, entry.getOutcome());
        assertEquals(System.getProperty("user.name"), entry.getWho());
    }

    @Test
    void whoPublishesHasANameThatPrints() {
        assertEquals(2, run("publish", "--phantoms", "1", "--model", "unet@1", "--by", "ada\nof the cloth"));
        assertTrue(err.toString().contains("--by: a name of 1 to 200 characters that print"), err.toString());
        assertEquals(0, broker.history().size());
    }

    private int run(String... arguments) {
        PublishCases.Surroundings surroundings = new PublishCases.Surroundings(
                new ProgressLines(new PrintWriter(err), () -> Instant.EPOCH),
                PublishingRun.never(),
                () -> Instant.EPOCH);
        CommandLine command = ProducerCommandLine.command(
                brokers -> {
                    if (brokers.bootstrap().startsWith("nowhere")) {
                        throw new BadInput("no Kafka broker answers at " + brokers);
                    }
                    return new BrokerConnection(broker, audit);
                },
                surroundings);
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    private void image(String name, int sizePx) throws IOException {
        BufferedImage image = new BufferedImage(sizePx, sizePx, BufferedImage.TYPE_INT_RGB);
        image.setRGB(sizePx / 2, sizePx / 2, name.hashCode() | 0x404040);
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile());
    }
}
