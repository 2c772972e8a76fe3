package io.limen.producer.adapter.shadow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.producer.adapter.image.ImageIoPngEncoding;
import io.limen.producer.application.BadInput;
import io.limen.producer.application.Interruption;
import io.limen.producer.application.Reading;
import io.limen.producer.application.Reading.Readable;
import io.limen.producer.application.Reading.Unreadable;
import io.limen.producer.domain.deployment.ModelVersion;
import io.limen.producer.domain.image.Mask;
import io.limen.producer.domain.image.Pixels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
    private static final int BLUE = 0x0000FE;

    private final Stopping user = new Stopping();

    @TempDir
    private Path repository;

    private ModelProcesses models;

    @BeforeEach
    void startNone() throws IOException {
        for (String version : List.of("unet/1", "unet/small", "unet/broken")) {
            Files.createFile(
                    Files.createDirectories(repository.resolve(version)).resolve("model.yaml"));
        }
        models = new ModelProcesses(command(List.of()), List.of(UNET), new ImageIoPngEncoding(), user);
    }

    private ModelProcesses.Command command(List<String> launcher) {
        List<String> words = new ArrayList<>(launcher);
        words.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                EchoModel.class.getName()));
        return new ModelProcesses.Command(words, repository);
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

        assertEquals(new Unreadable<>("unet@1 is given up after 4 starts"), models.segment(UNET, image(WHITE)));
        assertEquals(
                new Unreadable<>("the model refuses it: no green"),
                models.segment(new ModelVersion("unet", "small"), image(GREEN)));
    }

    @Test
    void aMaskOfAnotherSizeIsNone() {
        assertEquals(
                new Unreadable<>("the model answered with a mask of another size"),
                models.segment(new ModelVersion("unet", "small"), image(WHITE, WHITE, WHITE, 0, 0, 0, 0, 0, 0)));
    }

    @Test
    void aModelThatIsNotThereIsOneLineBeforeTheFirstImage() {
        List<ModelVersion> asked = List.of(UNET, new ModelVersion("net", "9"));
        ModelProcesses.Command command = command(List.of());

        BadInput unknown =
                assertThrows(BadInput.class, () -> new ModelProcesses(command, asked, new ImageIoPngEncoding(), user));

        assertEquals("--shadow: no model net@9 in " + repository, unknown.getMessage());
    }

    @Test
    void aModelThatDoesNotStartFailsItsImagesAlone() {
        assertEquals(
                new Unreadable<>("unet@broken can't be run"),
                models.segment(new ModelVersion("unet", "broken"), image(WHITE)));
        assertEquals(new Readable<>(new Mask(1, 1, new boolean[] {true})), models.segment(UNET, image(WHITE)));
    }

    /** The launcher is a shell that starts other programs; who waits for an answer is let go, and nothing runs on. */
    @Test
    void whoStopsEndsTheProcessesAndAllThatTheyHaveStarted() throws Exception {
        List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
        List<String> shell = List.of("/bin/sh", "-c", "\"$0\" \"$@\"; exit $?");
        try (ModelProcesses launched =
                new ModelProcesses(command(shell), List.of(UNET), new ImageIoPngEncoding(), user)) {
            launched.segment(UNET, image(WHITE));
            List<ProcessHandle> started = ProcessHandle.current()
                    .descendants()
                    .filter(process -> !before.contains(process))
                    .toList();
            CompletableFuture<Reading<Mask>> waiting =
                    CompletableFuture.supplyAsync(() -> launched.segment(UNET, image(BLUE)));

            user.stop();

            assertEquals(new Unreadable<>("the process of unet@1 ended at it"), waiting.get());
            assertEquals(2, started.size());
            for (ProcessHandle process : started) {
                process.onExit().get();
            }
        }
    }

    /** A user who stops of a sudden. */
    private static final class Stopping implements Interruption {

        private final List<Runnable> actions = new ArrayList<>();

        void stop() {
            actions.forEach(Runnable::run);
        }

        @Override
        public boolean wanted() {
            return false;
        }

        @Override
        public void await(Duration duration) {
            // nobody waits in tests
        }

        @Override
        public void whenWanted(Runnable action) {
            actions.add(action);
        }
    }

    private static Pixels image(int... pixels) {
        int side = (int) Math.sqrt(pixels.length);
        return new Pixels(side, side, pixels);
    }
}
