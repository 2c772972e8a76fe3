package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.explainer.adapter.djl.archive.ShuffledArchive;
import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.image.Image;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShuffledModelTest {

    private static final Image IMAGE = TestModel.noise(32, 48, 3);

    private static SegmentationModel shuffled(String name, long seed) throws ModelRejectedException {
        ModelDescription description = TestModel.description(Optional.empty(), TestModel.NONE, TestModel.ONE_CLASS);
        return new TorchScriptLoader(4).loadShuffled(TestModel.file(name), description, seed);
    }

    @Test
    void aShuffledModelGivesAnotherAnswerAndTheSameOneForTheSameSeed() throws Exception {
        float[] trained = TestModel.load("bottleneck-alone").segment(IMAGE).probabilities();
        float[] once = shuffled("bottleneck-alone", 1).segment(IMAGE).probabilities();
        assertFalse(Arrays.equals(trained, once));
        assertArrayEquals(once, shuffled("bottleneck-alone", 1).segment(IMAGE).probabilities());
        assertFalse(Arrays.equals(
                once, shuffled("bottleneck-alone", 2).segment(IMAGE).probabilities()));
        assertNotEquals(
                "0".repeat(64), shuffled("bottleneck-alone", 1).description().sha256());
    }

    @Test
    void itsComponentsAreThoseOfTheShuffledModel() throws Exception {
        var found = shuffled("bottleneck-alone", 1).components(IMAGE);
        assertEquals("Instrumented", found.getClass().getSimpleName());
    }

    /** Bytes of every entry, sorted, are what they were: values changed places and nothing else. */
    @Test
    void valuesChangeTheirPlacesAndNothingElseChanges(@TempDir Path folder) throws IOException {
        Path copy = folder.resolve("shuffled.pt");
        int shuffled = ShuffledArchive.write(TestModel.file("skip-alone"), copy, 5);
        int different = 0;
        try (ZipFile before = new ZipFile(TestModel.file("skip-alone").toFile());
                ZipFile after = new ZipFile(copy.toFile())) {
            for (ZipEntry entry : Collections.list(before.entries())) {
                byte[] old = before.getInputStream(entry).readAllBytes();
                byte[] now =
                        after.getInputStream(after.getEntry(entry.getName())).readAllBytes();
                different += Arrays.equals(old, now) ? 0 : 1;
                Arrays.sort(old);
                Arrays.sort(now);
                assertArrayEquals(old, now, entry.getName());
            }
        }
        assertEquals(shuffled, different);
    }

    @Test
    void aModelWithoutWeightsIsRefused() {
        ModelRejectedException refusal = assertThrows(ModelRejectedException.class, () -> shuffled("window-mean", 1));
        assertEquals("window-mean.pt holds no weights that can be shuffled", refusal.getMessage());
    }
}
