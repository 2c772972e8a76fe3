package io.limen.producer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.producer.adapter.nifti.NiftiBytes;
import io.limen.schemas.InlineImage;
import io.limen.schemas.SegmentationResult;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VolumePublishingTest {

    @TempDir
    private Path folder;

    private final PublishingRun run = new PublishingRun();

    @Test
    void slicesWithForegroundArePublishedAsOneStudy() throws IOException {
        volume("imagesTr/liver_1_0000.nii.gz", 1);
        mask("labelsTr/liver_1.nii.gz", 5, 6, 7);

        int exitCode = publish();

        assertEquals(0, exitCode, run.err().toString());
        assertEquals(
                List.of(
                        "layout nnunet: 1 volume, 1 with a mask, cut into 2 axial slices",
                        "left out, no foreground in their mask: 1 slices (--all-slices takes them, too)"),
                run.err());
        assertEquals(List.of("Published 2 of 2 cases in 0.0 s, 2 with ground truth, 0 failed."), run.out());
        SegmentationResult first = run.published().get(0);
        assertEquals(first.getStudyId(), run.published().get(1).getStudyId());
        assertEquals("nifti", first.getAttributes().get("source"));
        BufferedImage truth = png(first.getGroundTruth());
        assertEquals(List.of(3, 2), List.of(truth.getWidth(), truth.getHeight()));
        assertEquals(255, truth.getRaster().getSample(2, 1, 0), "voxel 5 is the last of the first slice");
    }

    @Test
    void theImageIsTheSliceWithinTheWindow() throws IOException {
        volume("liver.nii", 1);

        publish("--window", "0,255");

        BufferedImage image = png(((InlineImage) run.published().get(1).getImage()).getEncoded());
        assertEquals(7, image.getRGB(0, 0) & 0xFF, "the second slice begins with voxel 6, whose value is 7");
        assertEquals(3, run.published().size());
    }

    @Test
    void allSlicesMayBeAskedForAndAnyAxis() throws IOException {
        volume("liver.nii", 1);
        mask("liver_seg.nii.gz", 0);

        publish("--all-slices", "--axis", "coronal");

        assertEquals(2, run.published().size());
        assertNotNull(run.published().get(1).getGroundTruth());
    }

    @Test
    void twoVolumesAreTwoStudies() throws IOException {
        volume("a.nii", 1);
        volume("b.nii", 2);

        publish();

        assertEquals(6, run.published().size());
        assertFalse(run.published()
                .get(0)
                .getStudyId()
                .equals(run.published().get(3).getStudyId()));
    }

    @Test
    void aVolumeThatIsBrokenIsOneFailureAndTheRestGoesThrough() throws IOException {
        volume("a.nii", 1);
        write("b.nii.gz", new byte[] {0x1F, (byte) 0x8B, 8});
        volume("c.nii", 3);
        write("c_seg.nii", NiftiBytes.of(3, 3, 3).with(new int[27]));
        write("d.hdr", new byte[348]);
        write("d.img", new byte[10]);

        int exitCode = publish();

        assertEquals(1, exitCode);
        assertEquals(
                List.of(
                        "layout flat: 3 volumes, 1 with a mask, cut into 3 axial slices",
                        "left out, NIfTI as pairs of .hdr and .img; converted to .nii they are understood: 2 files",
                        "b.nii.gz: damaged volume: its end is missing",
                        "c.nii: its mask is of 3x3x3 voxels, the volume of 3x2x3"),
                run.err());
        assertEquals(3, run.published().size());
    }

    @Test
    void aMaskThatLiesElsewhereInTheBodyIsOneLine() throws IOException {
        float[][] rows = {{2, 0, 0}, {0, 2, 0}, {0, 0, 3}};
        float[][] larger = {{2, 0, 0}, {0, 2, 0}, {0, 0, 5}};
        write("a.nii", NiftiBytes.of(3, 2, 3).matrix(rows).with(new int[18]));
        write("a_seg.nii", NiftiBytes.of(3, 2, 3).matrix(larger).with(new int[18]));

        int exitCode = publish();

        assertEquals(1, exitCode);
        assertEquals(
                "a.nii: its mask lies elsewhere in the body than the volume, as the headers of both say",
                run.err().get(1));
    }

    @Test
    void volumesAndImagesOfOneFolderAreOneStream() throws IOException {
        volume("liver.nii", 1);
        Files.createDirectories(folder.resolve("images"));
        ImageIO.write(
                new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("images/skin.png").toFile());

        int exitCode = publish();

        assertEquals(0, exitCode, run.err().toString());
        assertEquals(
                List.of("nifti", "nifti", "nifti", "folder"),
                run.published().stream()
                        .map(result -> result.getAttributes().get("source"))
                        .toList());
    }

    @Test
    void thatACacheDoesNothingForVolumesIsSaid() throws IOException {
        volume("liver.nii", 1);

        publish("--cache", folder.resolveSibling("cache").toString());

        assertTrue(
                run.err().contains("--cache keeps pictures only; read as ever: nifti"),
                run.err().toString());
        assertEquals(3, run.published().size());
    }

    @Test
    void aMaskWithoutAnyForegroundLeavesNothing() throws IOException {
        volume("liver.nii", 1);
        mask("liver_seg.nii");

        int exitCode = publish();

        assertEquals(0, exitCode);
        assertTrue(
                run.err().get(1).startsWith("left out, no foreground"),
                run.err().toString());
        assertEquals(List.of("Published 0 of 0 cases in 0.0 s, 0 with ground truth, 0 failed."), run.out());
    }

    /** Three slices of 3x2 voxels that count up. */
    private void volume(String name, int first) throws IOException {
        write(
                name,
                NiftiBytes.of(3, 2, 3).with(IntStream.range(first, first + 18).toArray()));
    }

    private void mask(String name, int... foreground) throws IOException {
        int[] voxels = new int[18];
        for (int voxel : foreground) {
            voxels[voxel] = 1;
        }
        write(name, NiftiBytes.of(3, 2, 3).with(voxels));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, name.endsWith(".gz") && bytes.length > 348 ? NiftiBytes.packed(bytes) : bytes);
    }

    private int publish(String... more) {
        String[] arguments = {"publish", "--dataset", folder.toString(), "--model", "unet@1"};
        return run.of(
                Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new));
    }

    private static BufferedImage png(ByteBuffer encoded) throws IOException {
        byte[] bytes = new byte[encoded.remaining()];
        encoded.duplicate().get(bytes);
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }
}
