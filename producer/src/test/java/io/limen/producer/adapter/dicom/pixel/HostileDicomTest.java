package io.limen.producer.adapter.dicom.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.producer.adapter.dicom.element.Attribute;
import io.limen.producer.adapter.dicom.element.DicomBytes;
import io.limen.producer.adapter.dicom.element.DicomFile;
import io.limen.producer.adapter.dicom.element.UnusableDicom;
import io.limen.producer.adapter.dicom.source.DicomFinder;
import io.limen.producer.application.CaseContent;
import io.limen.producer.application.CaseSource;
import io.limen.producer.application.FolderFiles;
import io.limen.producer.application.Reading;
import io.limen.producer.application.Reading.Readable;
import io.limen.producer.domain.identity.Sha256;
import io.limen.producer.domain.identity.StudyPseudonym;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that mean harm end in one line, and take no more memory than the limits allow. */
class HostileDicomTest {

    private static final int SEQUENCE = 0x0008_1115;

    @TempDir
    private Path folder;

    @Test
    void everyBeginningOfAFileSaysThatItIsTruncatedOrDamaged() throws IOException {
        byte[] file = whole();

        // the last 8 bytes say that there are no more fragments, which some writers leave out
        int images = 0;
        for (int length = 0; length < file.length - 8; length++) {
            images += outcome(Arrays.copyOf(file, length)) ? 1 : 0;
        }

        assertEquals(0, images);
        assertTrue(outcome(file));
    }

    @Test
    void aChangedByteIsAnImageOrALineAndNothingElse() throws IOException {
        byte[] file = whole();
        Random random = new Random(20511);
        int lines = 0;
        for (int mutation = 0; mutation < 4000; mutation++) {
            byte[] changed = file.clone();
            for (int i = 0; i <= mutation % 3; i++) {
                changed[132 + random.nextInt(file.length - 132)] = (byte) random.nextInt(256);
            }
            lines += outcome(changed) ? 0 : 1;
        }

        assertTrue(lines > 1000, () -> "only a few were refused");
    }

    /** Whatever becomes of the mask, its image is a case that is read or says why not. */
    @Test
    void aChangedSegmentationIsAMaskOrALine() throws IOException {
        DicomBytes.explicitLittle()
                .text(Attribute.SOP_INSTANCE_UID, "UI", "1.1")
                .image("MONOCHROME2", 1, 2, 3, 8)
                .element(DicomBytes.PIXEL_DATA, "OB", new byte[6])
                .write(folder.resolve("image"));
        byte[] segmentation = segmentation();
        Random random = new Random(20512);
        int masks = 0;
        for (int mutation = 0; mutation < 1500; mutation++) {
            byte[] changed = segmentation.clone();
            for (int i = 0; i < mutation % 4; i++) {
                changed[132 + random.nextInt(changed.length - 132)] = (byte) random.nextInt(256);
            }
            Files.write(folder.resolve("segmentation"), changed);
            CaseSource cases = new DicomFinder(1_000_000, uid -> StudyPseudonym.of(Sha256.of(uid)), false)
                    .find(new FolderFiles(folder, List.of("image", "segmentation")))
                    .orElseThrow()
                    .source();
            for (int i = 0; i < cases.size(); i++) {
                Reading<CaseContent> reading = cases.at(i).read();
                boolean mask = reading instanceof Readable<CaseContent> readable
                        && readable.value().predicted().isPresent();
                masks += mask ? 1 : 0;
            }
        }

        int found = masks;
        assertTrue(found > 375 && found < 1400, () -> found + " masks");
    }

    private static byte[] segmentation() {
        return DicomBytes.explicitLittle()
                .text(Attribute.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.66.4")
                .image("MONOCHROME2", 1, 2, 3, 1)
                .sequence(
                        Attribute.SEGMENT_SEQUENCE,
                        segment -> segment.word(Attribute.SEGMENT_NUMBER, 1)
                                .text(Attribute.SEGMENT_ALGORITHM_TYPE, "CS", "AUTOMATIC"))
                .sequence(
                        Attribute.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                        groups -> groups.sequence(
                                        Attribute.DERIVATION_IMAGE_SEQUENCE,
                                        derivation -> derivation.sequence(
                                                Attribute.SOURCE_IMAGE_SEQUENCE,
                                                source -> source.text(
                                                        Attribute.REFERENCED_SOP_INSTANCE_UID, "UI", "1.1")))
                                .sequence(
                                        Attribute.SEGMENT_IDENTIFICATION_SEQUENCE,
                                        segment -> segment.word(Attribute.REFERENCED_SEGMENT_NUMBER, 1)))
                .element(DicomBytes.PIXEL_DATA, "OB", new byte[] {0b10_1101, 0})
                .file("1.2.840.10008.1.2.1");
    }

    @Test
    void aLengthBeyondTheFileTakesNoMemory() {
        for (long length : new long[] {0x7FFF_FFFF, 0xFFFF_FFFEL, 0x1000_0000}) {
            DicomBytes dicom = DicomBytes.explicitLittle().header(Attribute.RED_PALETTE_DATA.tag(), "OW", length);

            assertEquals("truncated DICOM file", line(dicom));
        }
    }

    @Test
    void sequencesAreNotFollowedForEver() {
        DicomBytes deep = DicomBytes.explicitLittle();
        for (int i = 0; i < 100_000; i++) {
            deep.header(SEQUENCE, "SQ", 0xFFFF_FFFFL)
                    .number(0xFFFE, 2)
                    .number(0xE000, 2)
                    .number(0xFFFF_FFFFL, 4);
        }

        assertEquals("damaged DICOM header: sequences more than 16 deep", line(deep));
    }

    @Test
    void aMillionEmptyItemsAreTooMany() {
        DicomBytes items = DicomBytes.explicitLittle().header(SEQUENCE, "SQ", 8_000_000);
        for (int i = 0; i < 1_000_000; i++) {
            items.number(0xFFFE, 2).number(0xE000, 2).number(0, 4);
        }

        assertEquals("DICOM header of more than 64 MiB", line(items));
    }

    @Test
    void aMillionFramesAreTooMany() {
        DicomBytes frames = DicomBytes.explicitLittle()
                .text(Attribute.NUMBER_OF_FRAMES, "IS", "2000000000")
                .image("MONOCHROME2", 1, 1, 1, 8)
                .element(DicomBytes.PIXEL_DATA, "OB", new byte[2]);

        assertEquals("of 2000000000 frames; Limen takes 1 to 100000", line(frames));
    }

    @Test
    void textsOfTheFileAreNotInTheLine() {
        DicomBytes image = DicomBytes.explicitLittle()
                .image("DOE^JANE", 1, 1, 1, 8)
                .element(DicomBytes.PIXEL_DATA, "OB", new byte[2]);
        byte[] syntax = image.file("DOE^JANE");

        assertTrue(!line(image).contains("DOE"));
        assertTrue(!assertThrows(UnusableDicom.class, () -> read(syntax))
                .getMessage()
                .contains("DOE"));
    }

    /** An image with a sequence, a palette of run lengths and private elements of an unknown kind. */
    private static byte[] whole() {
        Consumer<DicomBytes> item =
                inner -> inner.text(Attribute.WINDOW_CENTER, "DS", "40").text(Attribute.WINDOW_WIDTH, "DS", "80");
        byte[] runs = new byte[64 + 2];
        runs[0] = 1;
        runs[4] = 64;
        runs[64] = -5;
        runs[65] = 33;
        return DicomBytes.explicitLittle()
                .sequence(
                        Attribute.SHARED_FUNCTIONAL_GROUPS_SEQUENCE,
                        groups -> groups.sequence(Attribute.FRAME_VOI_LUT_SEQUENCE, item))
                .element(0x0029_1010, "UN", new byte[10])
                .image("MONOCHROME2", 1, 2, 3, 8)
                .fragments(runs)
                .file("1.2.840.10008.1.2.5");
    }

    /** Whether it is an image; anything but an image or a line fails the test. */
    private boolean outcome(byte[] bytes) throws IOException {
        try {
            read(bytes);
            return true;
        } catch (UnusableDicom e) {
            assertTrue(e.getMessage().length() < 200 && !e.getMessage().contains("\n"), e.getMessage());
            return false;
        }
    }

    private String line(DicomBytes dicom) {
        return assertThrows(UnusableDicom.class, () -> read(dicom.file("1.2.840.10008.1.2.1")))
                .getMessage();
    }

    private void read(byte[] bytes) throws IOException, UnusableDicom {
        DicomFile file = DicomFile.read(Files.write(folder.resolve("file"), bytes));
        new FramePixels(file, PixelDescription.of(file.header(), 1_000_000)).of(0);
    }
}
