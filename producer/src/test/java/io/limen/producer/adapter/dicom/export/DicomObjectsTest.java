package io.limen.producer.adapter.dicom.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.limen.producer.adapter.dicom.element.Attribute;
import io.limen.producer.adapter.dicom.element.DicomBytes;
import io.limen.producer.adapter.dicom.element.DicomFile;
import io.limen.producer.adapter.dicom.element.UnusableDicom;
import io.limen.producer.adapter.dicom.pixel.FrameBytes;
import io.limen.producer.adapter.dicom.pixel.PixelDescription;
import io.limen.producer.adapter.dicom.source.DicomFinder;
import io.limen.producer.application.CaseContent;
import io.limen.producer.application.CaseSource;
import io.limen.producer.application.ExplainedImage;
import io.limen.producer.application.FolderFiles;
import io.limen.producer.application.Reading;
import io.limen.producer.application.Reading.Readable;
import io.limen.producer.domain.deployment.Deployment;
import io.limen.producer.domain.deployment.ModelVersion;
import io.limen.producer.domain.explanation.BlockMap;
import io.limen.producer.domain.explanation.Explanation;
import io.limen.producer.domain.identity.CaseId;
import io.limen.producer.domain.identity.Sha256;
import io.limen.producer.domain.identity.StudyPseudonym;
import io.limen.producer.domain.image.Area;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DicomObjectsTest {

    private static final double NONE = Double.NaN;

    /** 2x3 blocks of 4 on a model's input of 8x12; the middle of the lower row is the region. */
    private static final Explanation EXPLANATION = new Explanation(
            "ab".repeat(32),
            new CaseId("case"),
            new Deployment(new ModelVersion("unet", "1"), "Mercy"),
            new Area(4, 4, 4, 4),
            new BlockMap(8, 12, 4, new double[] {-12.5, 0, 3.25, -0.5, NONE, 7}, new boolean[] {
                true, false, true, false, false, true
            }),
            Instant.parse("2026-01-02T03:04:05Z"));

    @TempDir
    private Path folder;

    private Path image;
    private Path out;

    @BeforeEach
    void writeAnImage() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        out = Files.createDirectories(folder.resolve("out"));
        image = image().write(folder.resolve("in/image.dcm"));
    }

    /** 16x24 pixels: twice the model's input. */
    private static DicomBytes image() {
        return header().element(DicomBytes.PIXEL_DATA, "OB", new byte[16 * 24]);
    }

    private static DicomBytes header() {
        return DicomBytes.explicitLittle()
                .text(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.4")
                .text(0x0008_0018, "UI", "1.2.3.4")
                .text(0x0010_0010, "PN", "DOE^JANE")
                .text(0x0010_0020, "LO", "4711")
                .text(0x0020_000D, "UI", "1.2.3")
                .text(0x0020_000E, "UI", "1.2.3.1")
                .text(0x0020_0032, "DS", "10\\20\\30")
                .text(0x0020_0037, "DS", "0\\1\\0\\0\\0\\-1")
                .text(0x0020_0052, "UI", "1.2.3.9")
                .text(0x0028_0030, "DS", "0.5\\0.5")
                .image("MONOCHROME2", 1, 16, 24, 8);
    }

    @Test
    void whatLimenHasWrittenIsNeitherAnImageNorAMask() throws IOException {
        for (Path object : write()) {
            Files.copy(object, folder.resolve("in").resolve(object.getFileName()));
        }
        List<String> names;
        try (Stream<Path> files = Files.list(folder.resolve("in"))) {
            names = files.map(file -> file.getFileName().toString()).sorted().toList();
        }

        CaseSource cases = new DicomFinder(1_000_000, uid -> StudyPseudonym.of(Sha256.of(uid)), false)
                .find(new FolderFiles(folder.resolve("in"), names))
                .orElseThrow()
                .source();

        assertEquals(3, names.size());
        assertEquals(1, cases.size());
        assertEquals(
                Optional.empty(),
                ((Readable<CaseContent>) cases.at(0).read()).value().predicted());
        assertEquals(
                List.of("DICOM files without an image, left out: 1", "Limen's own explanations, left out: 1"),
                cases.notes());
    }

    @Test
    void theRegionsAreDrawnWhereTheBlocksLie() throws IOException, UnusableDicom {
        DicomFile regions = DicomFile.read(write().get(1));
        FrameBytes frames = new FrameBytes(regions, PixelDescription.of(regions.header(), 1_000_000));

        // supporting: the first of three blocks of the upper row, 8 of 24 pixels
        assertArrayEquals(new byte[] {-1, 0, 0, -1, 0, 0}, Arrays.copyOf(frames.of(0), 6));
        // hindering: the last of both rows
        assertArrayEquals(new byte[] {0, 0, -1, 0, 0, -1}, Arrays.copyOf(frames.of(1), 6));
        // the region: the middle of the lower row
        assertArrayEquals(new byte[] {0, -1, 0}, Arrays.copyOfRange(frames.of(2), 24, 27));
    }

    @Test
    void theObjectsAreTheirOwnersAlone() throws IOException {
        for (Path object : write()) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(object)));
        }
    }

    @Test
    void writtenAgainTheObjectsAreTheSame() throws IOException {
        byte[] first = Files.readAllBytes(write().get(0));

        assertEquals(-1, java.util.Arrays.mismatch(first, Files.readAllBytes(write().get(0))));
    }

    /** Each series holds what is said of several images. */
    @Test
    void anObjectHasTheNumberOfItsImage() throws IOException, UnusableDicom {
        header().text(Attribute.INSTANCE_NUMBER, "IS", "17")
                .element(DicomBytes.PIXEL_DATA, "OB", new byte[16 * 24])
                .write(image);
        assertEquals("17", numberOf(0));

        header().text(Attribute.INSTANCE_NUMBER, "IS", "17")
                .text(Attribute.NUMBER_OF_FRAMES, "IS", "3")
                .element(DicomBytes.PIXEL_DATA, "OB", new byte[3 * 16 * 24])
                .write(image);
        assertEquals("170003", numberOf(2));

        header().text(Attribute.INSTANCE_NUMBER, "IS", "many")
                .element(DicomBytes.PIXEL_DATA, "OB", new byte[16 * 24])
                .write(image);
        assertEquals("1", numberOf(0));
    }

    private String numberOf(int frame) throws UnusableDicom {
        Reading<List<Path>> reading =
                new DicomObjects(out, 1_000_000).write(EXPLANATION, new ExplainedImage(image, frame, "1.2.3.4"));
        assertTrue(reading instanceof Reading.Readable, reading::toString);
        Path effects = ((Reading.Readable<List<Path>>) reading).value().get(0);
        return DicomFile.read(effects).header().text(Attribute.INSTANCE_NUMBER).orElseThrow();
    }

    @Test
    void anotherImageInThePlaceOfTheOneThatWasExplainedIsRefused() {
        Reading<List<Path>> reading =
                new DicomObjects(out, 1_000_000).write(EXPLANATION, new ExplainedImage(image, 0, "1.2.3.5"));

        assertEquals(new Reading.Unreadable<>("is another image than when it was read"), reading);
    }

    @Test
    void anImageWithoutAStudySaysSo() {
        Path other = DicomBytes.explicitLittle()
                .image("MONOCHROME2", 1, 2, 2, 8)
                .element(DicomBytes.PIXEL_DATA, "OB", new byte[4])
                .write(folder.resolve("other"));

        Reading<List<Path>> reading =
                new DicomObjects(out, 100).write(EXPLANATION, new ExplainedImage(other, 0, "1.2.3.4"));

        assertEquals(new Reading.Unreadable<>("damaged DICOM header: no STUDY_INSTANCE_UID"), reading);
    }

    /** dciodvfy checks an object against the standard's tables of attributes; it is in Debian's dicom3tools. */
    @Test
    void anIndependentValidatorFindsNoError() throws Exception {
        assumeTrue(isThere("dciodvfy"), "dciodvfy is not installed");
        for (Path file : write()) {
            String said = run("dciodvfy", file.toString());

            assertEquals(
                    "", said.lines().filter(line -> line.startsWith("Error")).reduce("", (a, b) -> a + b + "\n"));
        }
    }

    /** pydicom reads the numbers, the place and the patient; it is in Debian's python3-pydicom. */
    @Test
    void anIndependentReaderFindsTheEffectsWhereTheyBelong() throws Exception {
        assumeTrue(
                isThere("/usr/bin/python3")
                        && run("/usr/bin/python3", "-c", "import pydicom, numpy")
                                .isEmpty(),
                "pydicom is not installed");
        List<Path> written = write();
        Path script = Files.writeString(
                folder.resolve("read.py"),
                String.join(
                        "\n",
                        "import sys, pydicom, numpy",
                        "m = pydicom.dcmread(sys.argv[1])",
                        "a = numpy.frombuffer(m[0x7fe00008].value, '<f4').reshape(m.Rows, m.Columns)",
                        "g = m.SharedFunctionalGroupsSequence[0]",
                        "print(m.PatientName, m.PatientID, m.StudyInstanceUID, m.FrameOfReferenceUID)",
                        "print(a.shape, a[0, 0], a[7, 16], a[8, 0], a[15, 23], a[8, 8])",
                        "print(g.PixelMeasuresSequence[0].PixelSpacing, g.PlanePositionSequence[0].ImagePositionPatient)",
                        "s = pydicom.dcmread(sys.argv[2])",
                        "p = s.pixel_array",
                        "print(p.shape, [int(f.sum()) for f in p], [x.SegmentLabel for x in s.SegmentSequence])",
                        "r = s.PerFrameFunctionalGroupsSequence[0].DerivationImageSequence[0].SourceImageSequence[0]",
                        "print(r.ReferencedSOPInstanceUID, s.SeriesInstanceUID != m.SeriesInstanceUID)",
                        ""));

        String said = run(
                "/usr/bin/python3",
                script.toString(),
                written.get(0).toString(),
                written.get(1).toString());

        assertEquals(
                List.of(
                        "DOE^JANE 4711 1.2.3 1.2.3.9",
                        "(16, 24) -12.5 3.25 -0.5 7.0 -1000.0",
                        "[0.5, 0.5] [10, 20, 30]",
                        "(3, 16, 24) [64, 128, 64] ['Supports the segmentation', 'Hinders the segmentation',"
                                + " 'Region that is explained']",
                        "1.2.3.4 True"),
                said.lines().toList());
    }

    private List<Path> write() {
        Reading<List<Path>> reading =
                new DicomObjects(out, 1_000_000).write(EXPLANATION, new ExplainedImage(image, 0, "1.2.3.4"));
        assertTrue(reading instanceof Readable, reading::toString);
        return ((Readable<List<Path>>) reading).value();
    }

    private static boolean isThere(String program) throws Exception {
        return new ProcessBuilder("sh", "-c", "command -v " + program)
                        .redirectErrorStream(true)
                        .start()
                        .waitFor()
                == 0;
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return said;
    }
}
