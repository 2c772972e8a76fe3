package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.ModelDescription.Normalisation;
import io.limen.explainer.application.ModelDescription.Output;
import io.limen.explainer.application.ModelDescription.Output.Kind;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.RegionGradients;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TorchScriptGradientsTest {

    private static final Image IMAGE = TestModel.noise(12, 17, 1);
    private static final RegionOfInterest REGION = new RegionOfInterest(3, 4, 5, 6);
    private static final Normalisation SHIFT =
            new Normalisation(new float[] {0.4f, 0.5f, 0.6f}, new float[] {0.2f, 0.25f, 0.3f});

    /** Two orders of the same float additions, of gradients of size 1. */
    private static final float ROUNDING = 1e-6f;

    @Test
    void gradientIsTheSlope() throws ModelRejectedException {
        assertSlopes(TestModel.load("smooth"));
    }

    @Test
    void gradientIsPerPixelValueBeforeNormalisation() throws ModelRejectedException {
        assertSlopes(TestModel.load("smooth", SHIFT, TestModel.ONE_CLASS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-class-axis", "tuple", "dictionary", "frozen", "traced", "dropout", "writes-input"})
    void everyShapeOfTheSameOutputHasTheSameGradient(String name) throws ModelRejectedException {
        assertArrayEquals(gradient(TestModel.load("smooth")), gradient(TestModel.load(name)), ROUNDING);
    }

    /** What the way back needs must not lie where the collector frees it: memory that is free again is soon written to. */
    @Test
    void aCollectionBeforeTheWayBackChangesNothing() throws ModelRejectedException {
        SegmentationModel model = TestModel.load("smooth");
        float[] expected = gradient(model);
        for (int i = 0; i < 40; i++) {
            try (RegionGradients gradients = model.gradients(IMAGE, REGION).orElseThrow()) {
                System.gc();
                List<ByteBuffer> others = new ArrayList<>();
                for (int other = 0; other < 50; other++) {
                    others.add(ByteBuffer.allocateDirect(Float.BYTES).putInt(0, -1));
                }
                assertArrayEquals(expected, gradients.of(weights(1))[0], ROUNDING);
                assertEquals(50, others.size());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOGITS", "AUTO"})
    void gradientGoesThroughTheSigmoid(Kind kind) throws ModelRejectedException {
        SegmentationModel logits = TestModel.load("logits", TestModel.NONE, new Output(kind, 1, 0));
        assertArrayEquals(gradient(TestModel.load("smooth")), gradient(logits), ROUNDING);
    }

    @Test
    void gradientGoesThroughTheSoftmaxOfTheTargetClass() throws ModelRejectedException {
        float[] foreground = gradient(TestModel.load("smooth"));
        float[] background = foreground.clone();
        for (int i = 0; i < background.length; i++) {
            background[i] = -background[i];
        }
        for (int target = 0; target < 2; target++) {
            Output output = new Output(Kind.LOGITS, 2, target);
            SegmentationModel model = TestModel.load("two-classes", TestModel.NONE, output);
            assertArrayEquals(target == 1 ? foreground : background, gradient(model), ROUNDING);
        }
    }

    @Test
    void rowsTogetherAreTheRowsOneByOne() throws ModelRejectedException {
        float[][] weights = weights(19);
        try (RegionGradients gradients =
                TestModel.load("smooth").gradients(IMAGE, REGION).orElseThrow()) {
            float[][] together = gradients.of(weights);
            assertEquals(19, together.length);
            for (int row = 0; row < weights.length; row++) {
                assertArrayEquals(gradients.of(new float[][] {weights[row]})[0], together[row]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-way-back", "number", "labels", "half"})
    void modelWithoutAWayBackHasNone(String name) throws ModelRejectedException {
        SegmentationModel model = TestModel.load(name);
        assertTrue(model.gradients(IMAGE, REGION).isEmpty());
        assertTrue(model.gradients(IMAGE, REGION).isEmpty());
    }

    @Test
    void imageTooLargeForTheMemoryHasNone() throws ModelRejectedException {
        SegmentationModel model = TestModel.load("smooth");
        assertTrue(model.gradients(TestModel.noise(1024, 1025, 1), REGION).isEmpty());
        assertTrue(model.gradients(IMAGE, REGION).isPresent());
    }

    @Test
    void copiesThatDoNotFitAreHalved() throws ModelRejectedException {
        float[][] weights = weights(19);
        try (RegionGradients hungry =
                        TestModel.load("hungry").gradients(IMAGE, REGION).orElseThrow();
                RegionGradients frugal =
                        TestModel.load("smooth").gradients(IMAGE, REGION).orElseThrow()) {
            float[][] found = hungry.of(weights);
            float[][] expected = frugal.of(weights);
            for (int row = 0; row < weights.length; row++) {
                assertArrayEquals(expected[row], found[row], ROUNDING);
            }
        }
    }

    @Test
    void whereNoneFitsItIsToldOnce() throws ModelRejectedException {
        SegmentationModel model = TestModel.load("hungry-for-gradients");
        List<String> told = new ArrayList<>();
        Handler listening = new Handler() {
            @Override
            public void publish(LogRecord line) {
                told.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger(GradientOpening.class.getName());
        log.addHandler(listening);
        try {
            assertTrue(model.gradients(IMAGE, REGION).isEmpty());
            assertTrue(model.gradients(IMAGE, REGION).isEmpty());
        } finally {
            log.removeHandler(listening);
        }
        assertEquals(1, told.size(), told::toString);
        assertTrue(told.get(0).startsWith("no memory for gradients"), told::toString);
    }

    @Test
    void infiniteSlopeIsRefused() throws ModelRejectedException {
        Image black = new Image(12, 17, 3, new float[3 * 12 * 17]);
        try (RegionGradients gradients =
                TestModel.load("steep-root").gradients(black, REGION).orElseThrow()) {
            assertEquals(
                    "the model's gradient is not finite",
                    assertThrows(ModelRejectedException.class, () -> gradients.of(weights(1)))
                            .getMessage());
        }
    }

    @Test
    void segmentingIsTheSameAfterwards() throws ModelRejectedException {
        SegmentationModel model = TestModel.load("smooth");
        float[] before = model.segment(IMAGE).probabilities();
        gradient(model);
        assertArrayEquals(before, model.segment(IMAGE).probabilities());
    }

    @Test
    void twoThreadsAgreeWithOne() throws Exception {
        SegmentationModel model = TestModel.load("smooth", SHIFT, TestModel.ONE_CLASS);
        float[] alone = gradient(model);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<float[]> work = () -> gradient(model);
            for (Future<float[]> together : threads.invokeAll(Collections.nCopies(16, work))) {
                assertArrayEquals(alone, together.get());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void misuseIsABug() throws ModelRejectedException {
        SegmentationModel model = TestModel.load("smooth");
        RegionOfInterest off = new RegionOfInterest(10, 0, 8, 8);
        assertThrows(IllegalArgumentException.class, () -> model.gradients(IMAGE, off));
        RegionGradients gradients = model.gradients(IMAGE, REGION).orElseThrow();
        assertThrows(IllegalArgumentException.class, () -> gradients.of(new float[0][]));
        assertThrows(IllegalArgumentException.class, () -> gradients.of(new float[1][7]));
        gradients.close();
        gradients.close();
        assertThrows(IllegalArgumentException.class, () -> gradients.of(weights(1)));
    }

    private static float[] gradient(SegmentationModel model) throws ModelRejectedException {
        try (RegionGradients gradients = model.gradients(IMAGE, REGION).orElseThrow()) {
            return gradients.of(weights(1))[0];
        }
    }

    private static float[][] weights(int rows) {
        Random random = new Random(11);
        float[][] weights = new float[rows][REGION.area()];
        for (float[] row : weights) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextFloat() - 0.5f;
            }
        }
        return weights;
    }

    /** Central differences of every seventh value. */
    private static void assertSlopes(SegmentationModel model) throws ModelRejectedException {
        float[] gradient = gradient(model);
        assertEquals(IMAGE.pixels().length, gradient.length);
        float step = 1e-2f;
        for (int i = 0; i < gradient.length; i += 7) {
            double slope = (weighted(model, i, step) - weighted(model, i, -step)) / (2 * step);
            assertEquals(slope, gradient[i], 2e-4, "value " + i);
        }
    }

    private static double weighted(SegmentationModel model, int value, float step) throws ModelRejectedException {
        float[] pixels = IMAGE.pixels().clone();
        pixels[value] += step;
        float[] part = model.segment(new Image(IMAGE.height(), IMAGE.width(), 3, pixels))
                .crop(REGION)
                .probabilities();
        float[] weights = weights(1)[0];
        double sum = 0;
        for (int i = 0; i < part.length; i++) {
            sum += weights[i] * part[i];
        }
        return sum;
    }
}
