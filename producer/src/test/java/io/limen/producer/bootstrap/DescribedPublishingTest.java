package io.limen.producer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.producer.adapter.nifti.NiftiBytes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture and a volume of four pixels each, whose masks have the classes 0 to 3. */
class DescribedPublishingTest {

    @TempDir
    private Path folder;

    private PublishingRun run;

    @BeforeEach
    void layOut() throws IOException {
        BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY);
        png("imagesTr/skin_0000.png", image);
        for (int pixel = 0; pixel < 4; pixel++) {
            image.getRaster().setSample(pixel % 2, pixel / 2, 0, pixel);
        }
        png("labelsTr/skin.png", image);
        write("imagesTr/liver_0000.nii", NiftiBytes.of(2, 2, 1).with(1, 2, 3, 4));
        write("labelsTr/liver.nii", NiftiBytes.of(2, 2, 1).with(0, 1, 2, 3));
        describe("{\"labels\": {\"background\": 0, \"organ\": [1, 2], \"tumour\": 2, \"ignore\": 3}}");
    }

    @Test
    void aClassIsNamedAndMayHaveSeveralValues() throws IOException {
        assertEquals(List.of("..#.", "..#."), published("--class", "tumour"));
        assertEquals(List.of(".##.", ".##."), published("--class", "Organ"));
        assertEquals(List.of("...#", "...#"), published("--class", "3"));
    }

    @Test
    void whatNobodyHasDecidedOnIsNoForeground() throws IOException {
        assertEquals(List.of(".##.", ".##."), published());
        assertEquals("dataset.json: classes organ [1, 2], tumour [2]", run.err().get(1));

        Files.delete(folder.resolve("dataset.json"));

        assertEquals(List.of(".###", ".###"), published());
    }

    @Test
    void aClassThatIsNotThereIsOneLine() throws IOException {
        assertEquals(2, publish("--class", "bone"));
        assertEquals(List.of("limen publish: --class bone: dataset.json knows organ, tumour"), run.err());

        Files.delete(folder.resolve("dataset.json"));

        assertEquals(2, publish("--class", "bone"));
        assertEquals(
                List.of("limen publish: --class bone: a class has a name only where a dataset.json in nnU-Net's folders"
                        + " gives it one; its value needs none"),
                run.err());
    }

    @Test
    void aNameInTheFileDoesNotReachTheTerminalAsItIs() throws IOException {
        describe("{\"labels\": {\"\\u001b[2Jorgan\": 1}}");

        publish("--class", "bone");

        assertEquals(List.of("limen publish: --class bone: dataset.json knows ?[2Jorgan"), run.err());
    }

    @Test
    void aDescriptionThatIsDamagedIsSaidAndFileNamesDecide() throws IOException {
        describe("{");

        assertEquals(List.of(".###", ".###"), published());
        assertEquals(
                "dataset.json: damaged JSON, or more of it than a data set needs; file names decide",
                run.err().get(0));
    }

    @Test
    void otherValuesOfAClassAreNotTakenFromTheCache() throws IOException {
        String cache = folder.resolveSibling("cache").toString();
        published("--class", "tumour", "--cache", cache);
        describe("{\"labels\": {\"tumour\": 1}}");

        assertEquals(List.of(".#..", ".#.."), published("--class", "tumour", "--cache", cache));
    }

    private void describe(String json) throws IOException {
        Files.writeString(folder.resolve("dataset.json"), json);
    }

    private void png(String name, BufferedImage image) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.write(folder.resolve(name), bytes);
    }

    private int publish(String... more) {
        run = new PublishingRun();
        List<String> arguments =
                new ArrayList<>(List.of("publish", "--dataset", folder.toString(), "--model", "unet@1"));
        arguments.addAll(List.of(more));
        return run.of(arguments.toArray(String[]::new));
    }

    /** The masks, a sign for each pixel. */
    private List<String> published(String... more) throws IOException {
        assertEquals(0, publish(more), run.err().toString());
        List<String> masks = new ArrayList<>();
        for (var result : run.published()) {
            masks.add(signs(result.getGroundTruth()));
        }
        return masks;
    }

    private static String signs(ByteBuffer png) throws IOException {
        byte[] bytes = new byte[png.remaining()];
        png.duplicate().get(bytes);
        BufferedImage mask = ImageIO.read(new ByteArrayInputStream(bytes));
        StringBuilder signs = new StringBuilder();
        for (int pixel = 0; pixel < 4; pixel++) {
            signs.append(mask.getRaster().getSample(pixel % 2, pixel / 2, 0) == 0 ? '.' : '#');
        }
        return signs.toString();
    }
}
