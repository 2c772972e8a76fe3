package io.limen.producer.adapter.dicom.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.producer.adapter.dicom.element.Attribute;
import io.limen.producer.adapter.dicom.element.DicomBytes;
import io.limen.producer.application.CaseContent;
import io.limen.producer.application.CaseSource;
import io.limen.producer.application.FolderFiles;
import io.limen.producer.application.Reading;
import io.limen.producer.application.Reading.Readable;
import io.limen.producer.application.Reading.Unreadable;
import io.limen.producer.domain.identity.Sha256;
import io.limen.producer.domain.identity.StudyPseudonym;
import io.limen.producer.domain.image.Mask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DicomFinderTest {

    private static final String SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4";

    @TempDir
    private Path folder;

    @Test
    void framesAreCasesInTheOrderOfTheStudy() throws IOException {
        image("z", "1.1", 1, 1);
        image("a", "1.2", 2, 2);

        assertEquals(List.of("z", "a, frame 1", "a, frame 2"), names(open(false)));
    }

    @Test
    void imagesOfOneStudyShareItsPseudonym() throws IOException {
        image("a", "1.1", 1, 1);
        image("b", "1.2", 2, 1);
        DicomBytes.explicitLittle()
                .text(Attribute.STUDY_INSTANCE_UID, "UI", "5.6")
                .image("MONOCHROME2", 1, 2, 4, 8)
                .element(DicomBytes.PIXEL_DATA, "OB", new byte[8])
                .write(folder.resolve("c"));

        CaseSource cases = open(false);

        assertEquals(content(cases, 0).study(), content(cases, 1).study());
        assertNotEquals(content(cases, 0).study(), content(cases, 2).study());
    }

    @Test
    void anAutomaticSegmentIsTheModelsMaskAndAManualOneTheHumans() throws IOException {
        image("image", "1.1", 1, 1);
        segmentation("model", "AUTOMATIC", "9.1", frame("1.1"), 0b0000_1111);
        segmentation("reader", "MANUAL", "9.2", frame("1.1"), 0b1000_0001);

        CaseContent content = content(open(false), 0);

        assertEquals(mask(0, 1, 2, 3), content.predicted());
        assertEquals(mask(0, 7), content.groundTruth());
    }

    @Test
    void bitsOfLaterFramesBeginInTheMiddleOfAByte() throws IOException {
        // frames of 3 pixels: 101 | 110, the lowest bit first
        DicomBytes.explicitLittle()
                .text(Attribute.SOP_INSTANCE_UID, "UI", "1.1")
                .text(Attribute.NUMBER_OF_FRAMES, "IS", "2")
                .image("MONOCHROME2", 1, 1, 3, 8)
                .element(DicomBytes.PIXEL_DATA, "OB", new byte[6])
                .write(folder.resolve("image"));
        segment("AUTOMATIC", "9.1", 1, 3, List.of(frame("1.1", 1), frame("1.1", 2)))
                .element(DicomBytes.PIXEL_DATA, "OB", new byte[] {0b0001_1101, 0})
                .write(folder.resolve("model"));

        CaseSource cases = open(false);

        assertEquals(
                Optional.of(new Mask(3, 1, new boolean[] {true, false, true})),
                content(cases, 0).predicted());
        assertEquals(
                Optional.of(new Mask(3, 1, new boolean[] {true, true, false})),
                content(cases, 1).predicted());
    }

    @Test
    void halfOfTheLargestFractionIsForeground() throws IOException {
        image("image", "1.1", 1, 1);
        segment("AUTOMATIC", "9.1", 2, 4, List.of(frame("1.1")))
                .word(Attribute.BITS_ALLOCATED, 8)
                .word(Attribute.BITS_STORED, 8)
                .word(Attribute.HIGH_BIT, 7)
                .word(Attribute.MAXIMUM_FRACTIONAL_VALUE, 200)
                .element(DicomBytes.PIXEL_DATA, "OB", new byte[] {0, 99, 100, (byte) 200, 1, 0, 0, 0})
                .write(folder.resolve("model"));

        assertEquals(mask(2, 3), content(open(false), 0).predicted());
    }

    @Test
    void anImageThatASegmentationNamesAndDrawsNothingOnHasAnEmptyMask() throws IOException {
        image("image", "1.1", 1, 1);
        image("next", "1.2", 2, 1);
        segment("AUTOMATIC", "9.1", 2, 4, List.of(frame("1.1")))
                .sequence(
                        Attribute.REFERENCED_SERIES_SEQUENCE,
                        series -> series.sequence(Attribute.REFERENCED_INSTANCE_SEQUENCE, named("1.1"), named("1.2")))
                .element(DicomBytes.PIXEL_DATA, "OB", new byte[] {1})
                .write(folder.resolve("model"));

        CaseSource cases = open(false);

        assertEquals(mask(0), content(cases, 0).predicted());
        assertEquals(mask(), content(cases, 1).predicted());
        assertEquals(Optional.empty(), content(cases, 1).groundTruth());
    }

    @Test
    void twoSeriesOfSegmentationsOfOneImageAreNotMixed() throws IOException {
        image("image", "1.1", 1, 1);
        segmentation("first", "AUTOMATIC", "9.1", frame("1.1"), 1);
        segmentation("second", "AUTOMATIC", "9.2", frame("1.1"), 2);

        assertEquals("segmentations of more than one series are of it", reason(open(false)));
    }

    @Test
    void aPlaneThatNamesSeveralFramesLiesOnEachOfThem() throws IOException {
        image("image", "1.1", 1, 3);
        segment("AUTOMATIC", "9.1", 2, 4, List.of(frame("1.1", "1\\3")))
                .element(DicomBytes.PIXEL_DATA, "OB", new byte[] {1})
                .write(folder.resolve("model"));

        CaseSource cases = open(false);

        assertEquals(mask(0), content(cases, 0).predicted());
        assertEquals(mask(), content(cases, 1).predicted());
        assertEquals(mask(0), content(cases, 2).predicted());
    }

    @Test
    void aSegmentationThatIsNotSoundIsNoMaskOfAnyImage() throws IOException {
        image("a", "1.1", 1, 1);
        image("b", "1.2", 2, 1);
        Consumer<DicomBytes> several = item -> item.sequence(
                Attribute.DERIVATION_IMAGE_SEQUENCE,
                derivation -> derivation.sequence(Attribute.SOURCE_IMAGE_SEQUENCE, named("1.1"), named("1.2")));
        segment("AUTOMATIC", "9.1", 2, 4, List.of(frame("1.1"), several))
                .element(DicomBytes.PIXEL_DATA, "OB", new byte[] {1, 1})
                .write(folder.resolve("model"));

        CaseSource cases = open(false);

        String line = "a segmentation with a frame that names several images";
        assertEquals(line, reason(cases));
        assertEquals(
                new Unreadable<>("its mask can't be used: " + line), cases.at(1).read());
        assertEquals(
                new Unreadable<>("its mask can't be used: " + line), cases.at(2).read());
    }

    @Test
    void aSegmentationThatLiesElsewhereIsRefused() throws IOException {
        image("image", "1.1", 1, 1);
        Consumer<DicomBytes> mirrored = item -> item.sequence(
                Attribute.DERIVATION_IMAGE_SEQUENCE,
                derivation -> derivation.sequence(
                        Attribute.SOURCE_IMAGE_SEQUENCE,
                        named("1.1")
                                .andThen(source ->
                                        source.text(Attribute.SPATIAL_LOCATIONS_PRESERVED, "CS", "REORIENTED_ONLY"))));
        segment("AUTOMATIC", "9.1", 2, 4, List.of(mirrored))
                .element(DicomBytes.PIXEL_DATA, "OB", new byte[] {1})
                .write(folder.resolve("model"));

        assertEquals("a segmentation whose pixels do not lie on the image's", reason(open(false)));
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3, 1\\0\\0\\0\\1\\0, 1\\2\\3, 0.5\\0.5,",
        "1.2.3, 1.0\\0\\0\\0\\0.9999\\0.0001, 1.2\\2\\3, 0.50001\\0.5,",
        "'', '', '', '',",
        "1.2.3, six\\0\\0\\0\\1\\0, 1\\2, 0.5,",
        "1.2.4, 1\\0\\0\\0\\1\\0, 1\\2\\3, 0.5\\0.5, another frame of reference",
        "1.2.3, -1\\0\\0\\0\\1\\0, 1\\2\\3, 0.5\\0.5, another orientation",
        "1.2.3, 1\\0\\0\\0\\1\\0, 1\\2\\4, 0.5\\0.5, another position",
        "1.2.3, 1\\0\\0\\0\\1\\0, 1\\2\\3, 0.5\\0.6, pixels of another size"
    })
    void aSegmentationLiesWhereItsImageDoesAsFarAsBothSay(
            String space, String orientation, String position, String spacing, String difference) throws IOException {
        DicomBytes.explicitLittle()
                .text(Attribute.SOP_INSTANCE_UID, "UI", "1.1")
                .text(Attribute.IMAGE_POSITION, "DS", "1\\2\\3")
                .text(Attribute.IMAGE_ORIENTATION, "DS", "1\\0\\0\\0\\1\\0")
                .text(Attribute.FRAME_OF_REFERENCE_UID, "UI", "1.2.3")
                .text(Attribute.PIXEL_SPACING, "DS", "0.5\\0.5")
                .image("MONOCHROME2", 1, 2, 4, 8)
                .element(DicomBytes.PIXEL_DATA, "OB", new byte[8])
                .write(folder.resolve("image"));
        Consumer<DicomBytes> placed = frame("1.1")
                .andThen(item -> item.sequence(
                                Attribute.PLANE_POSITION_SEQUENCE,
                                plane -> plane.text(Attribute.IMAGE_POSITION, "DS", position))
                        .sequence(
                                Attribute.PLANE_ORIENTATION_SEQUENCE,
                                plane -> plane.text(Attribute.IMAGE_ORIENTATION, "DS", orientation))
                        .sequence(
                                Attribute.PIXEL_MEASURES_SEQUENCE,
                                plane -> plane.text(Attribute.PIXEL_SPACING, "DS", spacing)));
        segment("AUTOMATIC", "9.1", 2, 4, List.of(placed))
                .text(Attribute.FRAME_OF_REFERENCE_UID, "UI", space)
                .element(DicomBytes.PIXEL_DATA, "OB", new byte[] {1})
                .write(folder.resolve("model"));

        Reading<CaseContent> reading = open(false).at(0).read();

        if (difference == null) {
            assertTrue(reading instanceof Readable, reading::toString);
        } else {
            assertEquals(new Unreadable<>("its segmentation has " + difference + " than the image"), reading);
        }
    }

    @Test
    void moreFramesThanThereAreAndBitsThatAreCodedAreOneLine() throws IOException {
        image("image", "1.1", 1, 1);
        segment("AUTOMATIC", "9.1", 2, 4, List.of(frame("1.1"), frame("1.1")))
                .text(Attribute.NUMBER_OF_FRAMES, "IS", "1")
                .element(DicomBytes.PIXEL_DATA, "OB", new byte[] {1})
                .write(folder.resolve("model"));
        assertEquals("a segmentation of 1 frames that describes 2", reason(open(false)));

        segment("AUTOMATIC", "9.1", 2, 4, List.of(frame("1.1")))
                .fragments(new byte[] {1})
                .write(folder.resolve("model"), "1.2.840.10008.1.2.5");
        assertEquals("its segmentation is of coded bits (gdcmconv --raw converts it)", reason(open(false)));
    }

    @Test
    void aLabelMapIsNoImage() throws IOException {
        DicomBytes.explicitLittle()
                .text(Attribute.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.66.7")
                .image("MONOCHROME2", 1, 2, 4, 8)
                .element(DicomBytes.PIXEL_DATA, "OB", new byte[8])
                .write(folder.resolve("labels"));

        assertEquals("a segmentation of a kind that Limen does not read, such as a label map", reason(open(false)));
    }

    @Test
    void aSegmentationOfAnotherSizeSaysSo() throws IOException {
        image("image", "1.1", 1, 1);
        segment("AUTOMATIC", "9.1", 3, 3, List.of(frame("1.1")))
                .element(DicomBytes.PIXEL_DATA, "OB", new byte[] {1, 0})
                .write(folder.resolve("model"));

        assertEquals("its segmentation is of 3x3 pixels, the image of 4x2", reason(open(false)));
    }

    @Test
    void whatHoldsNoImageIsLeftOutWithANote() throws IOException {
        image("image", "1.1", 1, 1);
        DicomBytes.explicitLittle()
                .text(Attribute.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.88.11")
                .write(folder.resolve("report"));
        segment("AUTOMATIC", "9.1", 2, 4, List.of(item -> {}))
                .element(DicomBytes.PIXEL_DATA, "OB", new byte[] {1})
                .write(folder.resolve("model"));

        CaseSource cases = open(false);

        assertEquals(1, cases.size());
        assertEquals(
                List.of(
                        "DICOM files without an image, left out: 1",
                        "segmentations that do not say which images they are of, left out: 1"),
                cases.notes());
    }

    @Test
    void textThatIsBurnedInIsRefusedUnlessItIsDealtWith() throws IOException {
        DicomBytes.explicitLittle()
                .image("MONOCHROME2", 1, 2, 4, 8)
                .text(Attribute.BURNED_IN_ANNOTATION, "CS", "YES")
                .element(DicomBytes.PIXEL_DATA, "OB", new byte[8])
                .write(folder.resolve("image"));

        assertTrue(reason(open(false)).startsWith("says that text is burned into the image"));
        assertTrue(open(true).at(0).read() instanceof Readable);
    }

    @Test
    void filesAreRecognisedByContentOrName() throws IOException {
        image("IM0001", "1.1", 1, 1);
        Files.writeString(folder.resolve("broken.DCM"), "hello");
        Files.writeString(folder.resolve("readme.txt"), "hello");

        var found = new DicomFinder(40_000_000, DicomFinderTest::pseudonym, false)
                .find(files())
                .orElseThrow();

        assertEquals(java.util.Set.of("IM0001", "broken.DCM"), found.claimed());
        assertEquals(
                "not a DICOM file: no \"DICM\" after 128 bytes",
                ((Unreadable<CaseContent>) found.source().at(0).read()).reason());
        assertFalse(new DicomFinder(1, DicomFinderTest::pseudonym, false)
                .find(new FolderFiles(folder, List.of("readme.txt")))
                .isPresent());
    }

    private void image(String name, String instance, int number, int frames) {
        DicomBytes.explicitLittle()
                .text(Attribute.SOP_INSTANCE_UID, "UI", instance)
                .text(Attribute.STUDY_INSTANCE_UID, "UI", "4.5")
                .text(Attribute.SERIES_INSTANCE_UID, "UI", "4.5.1")
                .text(Attribute.INSTANCE_NUMBER, "IS", "" + number)
                .text(Attribute.NUMBER_OF_FRAMES, "IS", "" + frames)
                .image("MONOCHROME2", 1, 2, 4, 8)
                .element(DicomBytes.PIXEL_DATA, "OB", new byte[8 * frames])
                .write(folder.resolve(name));
    }

    private void segmentation(String name, String algorithm, String series, Consumer<DicomBytes> frame, int bits) {
        segment(algorithm, series, 2, 4, List.of(frame))
                .element(DicomBytes.PIXEL_DATA, "OB", new byte[] {(byte) bits, 0})
                .write(folder.resolve(name));
    }

    @SuppressWarnings("unchecked")
    private static DicomBytes segment(
            String algorithm, String series, int rows, int columns, List<Consumer<DicomBytes>> frames) {
        return DicomBytes.explicitLittle()
                .text(Attribute.SOP_CLASS_UID, "UI", SEGMENTATION)
                .text(Attribute.SERIES_INSTANCE_UID, "UI", series)
                .image("MONOCHROME2", 1, rows, columns, 1)
                .text(Attribute.NUMBER_OF_FRAMES, "IS", "" + frames.size())
                .sequence(
                        Attribute.SEGMENT_SEQUENCE,
                        item -> item.word(Attribute.SEGMENT_NUMBER, 1)
                                .text(Attribute.SEGMENT_ALGORITHM_TYPE, "CS", algorithm))
                .sequence(
                        Attribute.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                        frames.stream()
                                .map(frame -> frame.andThen(item -> item.sequence(
                                        Attribute.SEGMENT_IDENTIFICATION_SEQUENCE,
                                        inner -> inner.word(Attribute.REFERENCED_SEGMENT_NUMBER, 1))))
                                .toArray(Consumer[]::new));
    }

    private static Consumer<DicomBytes> frame(String instance) {
        return item -> item.sequence(
                Attribute.DERIVATION_IMAGE_SEQUENCE,
                derivation -> derivation.sequence(Attribute.SOURCE_IMAGE_SEQUENCE, named(instance)));
    }

    private static Consumer<DicomBytes> frame(String instance, int number) {
        return frame(instance, "" + number);
    }

    private static Consumer<DicomBytes> frame(String instance, String number) {
        return item -> item.sequence(
                Attribute.DERIVATION_IMAGE_SEQUENCE,
                derivation -> derivation.sequence(
                        Attribute.SOURCE_IMAGE_SEQUENCE,
                        named(instance)
                                .andThen(source -> source.text(Attribute.REFERENCED_FRAME_NUMBER, "IS", number))));
    }

    private static Consumer<DicomBytes> named(String instance) {
        return item -> item.text(Attribute.REFERENCED_SOP_INSTANCE_UID, "UI", instance);
    }

    private CaseSource open(boolean burnedInText) throws IOException {
        return new DicomFinder(40_000_000, DicomFinderTest::pseudonym, burnedInText)
                .find(files())
                .orElseThrow()
                .source();
    }

    private static StudyPseudonym pseudonym(String uid) {
        return StudyPseudonym.of(Sha256.of(uid));
    }

    private FolderFiles files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new FolderFiles(
                    folder,
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    private static List<String> names(CaseSource cases) {
        return IntStream.range(0, cases.size())
                .mapToObj(i -> cases.at(i).name())
                .toList();
    }

    private static CaseContent content(CaseSource cases, int index) {
        Reading<CaseContent> reading = cases.at(index).read();
        assertTrue(reading instanceof Readable, reading::toString);
        return ((Readable<CaseContent>) reading).value();
    }

    private static String reason(CaseSource cases) {
        return ((Unreadable<CaseContent>) cases.at(0).read()).reason();
    }

    private static Optional<Mask> mask(int... foreground) {
        boolean[] pixels = new boolean[8];
        for (int pixel : foreground) {
            pixels[pixel] = true;
        }
        return Optional.of(new Mask(4, 2, pixels));
    }
}
