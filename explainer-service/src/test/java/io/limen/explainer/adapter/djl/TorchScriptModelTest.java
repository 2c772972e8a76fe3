package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.ModelDescription.InputSize;
import io.limen.explainer.application.ModelDescription.Normalisation;
import io.limen.explainer.application.ModelDescription.Output;
import io.limen.explainer.application.ModelDescription.Output.Kind;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.image.Image;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TorchScriptModelTest {

    /** Two orders of the same 75 float additions. */
    private static final float ROUNDING = 1e-6f;

    private static final Image IMAGE = TestModel.noise(40, 56, 1);

    @Test
    void outputIsThatOfTheAnalyticModel() throws ModelRejectedException {
        double sum = 0;
        for (int channel = 0; channel < 3; channel++) {
            for (int y = 8; y < 16; y++) {
                for (int x = 16; x < 24; x++) {
                    sum += IMAGE.at(channel, y, x);
                }
            }
        }
        float[] found = TestModel.load("window-mean").segment(IMAGE).probabilities();
        assertEquals(40 * 56, found.length);
        assertEquals(sum / (3 * 64), found[0], ROUNDING);
        assertEquals(found[0], found[found.length - 1]);
    }

    @Test
    void normalisationIsAppliedPerChannel() throws ModelRejectedException {
        Normalisation shift = new Normalisation(new float[] {0, 0, -1.5f}, new float[] {1, 1, 2});
        float[] pixels = new float[3 * 40 * 56];
        float[] found = TestModel.load("window-mean", shift, TestModel.ONE_CLASS)
                .segment(new Image(40, 56, 3, pixels))
                .probabilities();
        assertEquals(0.75 / 3, found[0], ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-class-axis", "tuple", "dictionary", "frozen", "traced", "dropout"})
    void everyShapeOfTheSameOutputIsReadAlike(String name) throws ModelRejectedException {
        float[] expected = TestModel.load("smooth").segment(IMAGE).probabilities();
        assertArrayEquals(expected, TestModel.load(name).segment(IMAGE).probabilities(), ROUNDING);
    }

    @Test
    void logitsGoThroughASigmoid() throws ModelRejectedException {
        float[] expected = TestModel.load("smooth").segment(IMAGE).probabilities();
        SegmentationModel logits = TestModel.load("logits", TestModel.NONE, new Output(Kind.LOGITS, 1, 0));
        assertArrayEquals(expected, logits.segment(IMAGE).probabilities(), ROUNDING);
    }

    @Test
    void logitsOfSeveralClassesGoThroughASoftmax() throws ModelRejectedException {
        float[] foreground = TestModel.load("smooth").segment(IMAGE).probabilities();
        float[] background = foreground.clone();
        for (int i = 0; i < background.length; i++) {
            background[i] = 1 - foreground[i];
        }
        for (int target = 0; target < 2; target++) {
            Output output = new Output(Kind.LOGITS, 2, target);
            float[] found = TestModel.load("two-classes", TestModel.NONE, output)
                    .segment(IMAGE)
                    .probabilities();
            assertArrayEquals(target == 1 ? foreground : background, found, ROUNDING);
        }
    }

    @ParameterizedTest
    @CsvSource({"smooth, PROBABILITIES", "logits, LOGITS"})
    void unknownKindIsDecidedAtTheFirstOutputAndRemembered(String name, Kind kind) throws ModelRejectedException {
        SegmentationModel model = TestModel.load(name, TestModel.NONE, new Output(Kind.AUTO, 1, 0));
        assertEquals(Kind.AUTO, model.description().output().kind());
        float[] first = model.segment(IMAGE).probabilities();
        assertEquals(kind, model.description().output().kind());
        assertArrayEquals(TestModel.load("smooth").segment(IMAGE).probabilities(), first, ROUNDING);
        // An image whose logits all lie in [0,1] does not change the decision.
        model.segment(new Image(40, 56, 3, new float[3 * 40 * 56]));
        assertEquals(kind, model.description().output().kind());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "half | the model's output is 20x28, its input 40x56: Limen needs an output of the input's size",
                "not-a-number | the model's output holds NaN",
                "two-classes | the model's output has 2 classes, its description says 1",
                "labels | the model's output is of type int64: Limen needs probabilities or logits",
                "number | the model failed on a 40x56 image: Unsupported IValue type.",
            })
    void wrongOutputIsOneClearLine(String name, String line) throws ModelRejectedException {
        SegmentationModel model = TestModel.load(name);
        assertEquals(line, rejection(model, IMAGE));
    }

    @Test
    void logitsThatWereCalledProbabilitiesAreNoticed() throws ModelRejectedException {
        String line = rejection(TestModel.load("logits"), IMAGE);
        assertTrue(line.endsWith("which is no probability: are these logits (output: logits)?"), line);
    }

    @Test
    void imageThatTheNetworkCannotTakeIsOneClearLine() throws ModelRejectedException {
        SegmentationModel model = TestModel.load("stride-8");
        model.segment(IMAGE);
        String line = rejection(model, TestModel.noise(41, 57, 2));
        assertTrue(line.startsWith("the model failed on a 41x57 image: The size of tensor"), line);
        assertEquals(1, line.lines().count());
        assertEquals(40 * 56, model.segment(IMAGE).probabilities().length);
    }

    @Test
    void imageOfAnotherSizeThanTheModelsIsRefused() throws ModelRejectedException {
        SegmentationModel model = new TorchScriptLoader(4)
                .load(
                        TestModel.file("smooth"),
                        TestModel.description(Optional.of(new InputSize(64, 64)), TestModel.NONE, TestModel.ONE_CLASS));
        assertEquals("the image is 40x56, the model takes 64x64", rejection(model, IMAGE));
    }

    @Test
    void grayImageIsRefusedByAColourModel() throws ModelRejectedException {
        Image gray = new Image(40, 56, 1, new float[40 * 56]);
        assertEquals("the image has 1 channels, the model takes 3", rejection(TestModel.load("smooth"), gray));
    }

    private static String rejection(SegmentationModel model, Image image) {
        return assertThrows(ModelRejectedException.class, () -> model.segment(image))
                .getMessage();
    }
}
