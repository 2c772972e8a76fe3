package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.explainer.application.ImageProbe;
import io.limen.explainer.application.ModelDescription.Normalisation;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TorchImageProbeTest {

    private static final RegionOfInterest REGION = new RegionOfInterest(5, 8, 12, 20);

    @Test
    void everyImageGivesWhatItGivesAlone() throws Exception {
        Normalisation normalisation = new Normalisation(new float[] {0.4f, 0.5f, 0.6f}, new float[] {0.2f, 0.3f, 0.1f});
        SegmentationModel model = TestModel.load("smooth", normalisation, TestModel.ONE_CLASS);
        List<Image> images = IntStream.range(0, 4)
                .mapToObj(seed -> TestModel.noise(32, 40, seed))
                .toList();
        try (ImageProbe probe = model.images(images.get(0), REGION)) {
            assertEquals(4, probe.batchSize());
            float[] together = probe.regionProbabilities(images);
            for (int i = 0; i < images.size(); i++) {
                float[] alone = model.segment(images.get(i)).crop(REGION).probabilities();
                float[] slot = Arrays.copyOfRange(together, i * alone.length, (i + 1) * alone.length);
                assertArrayEquals(alone, slot, 1e-6f);
            }
        }
    }

    @Test
    void imagesOfAnotherSizeAreRefused() throws Exception {
        try (ImageProbe probe = TestModel.load("smooth").images(TestModel.noise(32, 40, 1), REGION)) {
            List<Image> other = List.of(TestModel.noise(40, 32, 1));
            assertThrows(IllegalArgumentException.class, () -> probe.regionProbabilities(other));
            assertThrows(IllegalArgumentException.class, () -> probe.regionProbabilities(List.of()));
        }
    }
}
