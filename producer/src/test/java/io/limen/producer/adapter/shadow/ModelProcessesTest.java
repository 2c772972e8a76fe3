package io.limen.producer.adapter.shadow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.producer.adapter.image.ImageIoPngEncoding;
import io.limen.producer.application.BadInput;
import io.limen.producer.application.Reading;
import io.limen.producer.application.Reading.Readable;
import io.limen.producer.application.Reading.Unreadable;
import io.limen.producer.domain.deployment.ModelVersion;
import io.limen.producer.domain.image.Mask;
import io.limen.producer.domain.image.Pixels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ModelProcessesTest {

    private static final ModelVersion UNET = new ModelVersion("unet", "1");
    private static final int WHITE = 0xFFFFFF;
    private static final int RED = 0xFF0000;
    private static final int GREEN = 0x00FF00;

    @TempDir
    private Path repository;

    private ModelProcesses models;

    @BeforeEach
    void startNone() throws IOException {
        for (String version : List.of("unet/1", "unet/small", "unet/broken")) {
            Files.createFile(
                    Files.createDirectories(repository.resolve(version)).resolve("model.yaml"));
        }
        models = new ModelProcesses(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EchoModel.class.getName()),
                repository,
                new ImageIoPngEncoding());
    }

    @AfterEach
    void endThem() {
        models.close();
    }

    @Test
    void imageAfterImageIsAnsweredByItsMask() {
        Mask expected = new Mask(3, 3, new boolean[] {false, true, false, false, false, true, true, false, true});

        for (int i = 0; i < 3; i++) {
            assertEquals(
                    new Readable<>(expected), models.segment(UNET, image(0, WHITE, 0, 0, 0, WHITE, WHITE, 0, WHITE)));
        }
    }

    @Test
    void whatTheModelRefusesSaysWhy() {
        assertEquals(new Unreadable<>("the model refuses it: no green"), models.segment(UNET, image(GREEN)));
    }

    @Test
    void anImageThatEndsTheProcessFailsAloneAndTheNextGetsANewOne() {
        assertEquals(new Unreadable<>("the process of unet@1 ended at it"), models.segment(UNET, image(RED)));
        assertEquals(new Readable<>(new Mask(1, 1, new boolean[] {true})), models.segment(UNET, image(WHITE)));
    }

    @Test
    void aModelThatKeepsEndingIsGivenUp() {
        for (int i = 0; i < 4; i++) {
            Reading<Mask> ended = models.segment(UNET, image(RED));
            assertEquals(new Unreadable<>("the process of unet@1 ended at it"), ended);
        }

        BadInput line = assertThrows(BadInput.class, () -> models.segment(UNET, image(WHITE)));
        assertEquals("--shadow: the process of unet@1 ended 4 times", line.getMessage());
    }

    @Test
    void aMaskOfAnotherSizeIsNone() {
        assertEquals(
                new Unreadable<>("the model answered with a mask of another size"),
                models.segment(new ModelVersion("unet", "small"), image(WHITE, WHITE, WHITE, 0, 0, 0, 0, 0, 0)));
    }

    @Test
    void aModelThatIsNotThereOrDoesNotStartIsOneLine() {
        BadInput unknown =
                assertThrows(BadInput.class, () -> models.segment(new ModelVersion("net", "9"), image(WHITE)));
        BadInput broken =
                assertThrows(BadInput.class, () -> models.segment(new ModelVersion("unet", "broken"), image(WHITE)));

        assertEquals("--shadow: no model net@9 in " + repository, unknown.getMessage());
        assertEquals("--shadow: unet@broken can't be run", broken.getMessage());
    }

    private static Pixels image(int... pixels) {
        int side = (int) Math.sqrt(pixels.length);
        return new Pixels(side, side, pixels);
    }
}
