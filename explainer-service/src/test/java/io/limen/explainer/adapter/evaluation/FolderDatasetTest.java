package io.limen.explainer.adapter.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.adapter.image.ImageIoDecoder;
import io.limen.explainer.adapter.image.ImageLimits;
import io.limen.explainer.application.evaluate.Dataset.UnreadableCaseException;
import io.limen.explainer.application.evaluate.DatasetCase;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderDatasetTest {

    private static final ImageIoDecoder DECODER = new ImageIoDecoder(ImageLimits.FILES);

    @TempDir
    private Path folder;

    @BeforeEach
    void someCases() throws IOException {
        write("images/b.png", 8, 6, 0x80);
        write("images/a.jpg", 8, 6, 0x80);
        write("images/c.png", 8, 6, 0x80);
        write("masks/a.png", 8, 6, 0xff);
        write("masks/c.png", 4, 6, 0xff);
        write("causes/a.png", 8, 6, 0xff);
    }

    private void write(String name, int width, int height, int grey) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, grey * 0x010101);
        }
        assertTrue(ImageIO.write(image, name.substring(name.indexOf('.') + 1), file.toFile()));
    }

    private FolderDataset open() throws IOException {
        return FolderDataset.open(folder, DECODER);
    }

    @Test
    void filesOfOneNameBelongTogetherWhateverTheirEndings() throws Exception {
        assertEquals(List.of("a", "b", "c"), open().names());
        DatasetCase whole = open().read("a");
        assertEquals(48, whole.subject().groundTruth().orElseThrow().area());
        assertEquals(48, whole.cause().orElseThrow().area());
        DatasetCase bare = open().read("b");
        assertTrue(bare.subject().groundTruth().isEmpty());
        assertTrue(bare.cause().isEmpty());
    }

    @Test
    void aMaskOfAnotherSizeIsToldWithBothSizes() throws Exception {
        FolderDataset dataset = open();
        UnreadableCaseException refusal = assertThrows(UnreadableCaseException.class, () -> dataset.read("c"));
        assertEquals("masks/c.png is 6x4, its image 6x8", refusal.getMessage());
    }

    @Test
    void anImageThatIsNoneIsToldWithItsName() throws Exception {
        Files.writeString(folder.resolve("images/d.png"), "no image");
        FolderDataset dataset = open();
        UnreadableCaseException refusal = assertThrows(UnreadableCaseException.class, () -> dataset.read("d"));
        assertTrue(refusal.getMessage().startsWith("d.png: "), refusal.getMessage());
    }

    @Test
    void theFingerprintChangesWithEveryFileOfTheCase() throws Exception {
        String before = open().fingerprint("a");
        assertEquals(before, open().fingerprint("a"));
        write("causes/a.png", 8, 6, 0x00);
        String after = open().fingerprint("a");
        assertNotEquals(before, after);
        Files.delete(folder.resolve("masks/a.png"));
        assertNotEquals(after, open().fingerprint("a"));
    }

    @Test
    void someCasesCanBeChosen() throws Exception {
        assertEquals(List.of("a", "b"), open().first(2).names());
        assertEquals(List.of("b", "c"), open().only(List.of("c", "b", "c")).names());
        FolderDataset dataset = open();
        IOException refusal = assertThrows(IOException.class, () -> dataset.only(List.of("z")));
        assertEquals("there is no image named z", refusal.getMessage());
    }

    @Test
    void aFolderWithoutImagesAndTwoImagesOfOneNameAreRefused() throws Exception {
        write("images/a.png", 8, 6, 0x80);
        IOException twice = assertThrows(IOException.class, this::open);
        assertTrue(twice.getMessage().endsWith("images holds a.jpg and a.png: which is meant?"), twice.getMessage());
        Path empty = Files.createDirectory(folder.resolve("empty"));
        IOException none = assertThrows(IOException.class, () -> FolderDataset.open(empty, DECODER));
        assertFalse(none.getMessage().contains("\n"));
        assertTrue(none.getMessage().contains("holds no images"));
    }
}
