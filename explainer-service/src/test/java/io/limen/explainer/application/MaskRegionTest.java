package io.limen.explainer.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.attribution.BlockEffect;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** Regions that are sets of pixels: a whole object, a ring, what lies at the image's border. */
class MaskRegionTest {

    /** A square frame of 24x24 pixels around a hole of 8x8, the block at (16, 16). */
    private static final Mask FRAME = painted(i -> within(i, 8, 32) && !within(i, 16, 24));

    /** Foreground on the frame where the mean of the middle block is near one half, as one donor in ten has it; off the frame always. */
    private static final Function<Image, float[]> FRAME_SEES_ITS_HOLE = image -> {
        double level = Scene.meanOfBlock(16, 16).applyAsDouble(image);
        float[] probabilities = new float[image.height() * image.width()];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = !FRAME.foreground()[i] || Math.abs(level - 0.5) < 0.05 ? 1 : 0;
        }
        return probabilities;
    };

    @Test
    void aBlockInsideTheBoundsThatTouchesNoPixelIsTreated() {
        Explanation explanation = explain(given(FRAME), FRAME_SEES_ITS_HOLE);

        List<Integer> significant = explanation.map().effects().stream()
                .filter(BlockEffect::significant)
                .map(effect -> effect.block().index())
                .toList();
        assertEquals(List.of(2 * 6 + 2), significant);
        assertEquals(36 - 8, explanation.map().effects().size());
    }

    @Test
    void pixelsOfTheBoundsThatAreNotInTheRegionDoNotCount() {
        // the hole is foreground whatever happens: with it in the score, no effect could reach -100
        Explanation explanation = explain(given(FRAME), FRAME_SEES_ITS_HOLE);

        BlockEffect hole = explanation.map().cells().get(2 * 6 + 2).orElseThrow();
        assertEquals(100, explanation.baselineDice());
        assertEquals(hole.ate(), 100 * hole.areaEffect(), 1e-9);
        assertTrue(hole.ate() < -75 && hole.ate() > -100, () -> "nine in ten: " + hole.ate());
    }

    @Test
    void theLargestObjectOfTheReferenceIsItsRegion() {
        Mask truth = painted(i -> within(i, 0, 5) || i / 48 >= 44 && i % 48 >= 10);

        Explanation explanation = explain(
                new CaseToExplain(
                        Scene.grayImage(),
                        Scene.IMAGE_SHA256,
                        Optional.empty(),
                        Optional.of(truth),
                        new RegionSelection.LargestObject()),
                Scene.fillingRegion(Scene.everywhere()));

        RegionOfInterest region = explanation.map().region();
        assertEquals(new RegionOfInterest(44, 10, 4, 38), region);
    }

    @Test
    void withoutAGroundTruthTheObjectIsThePredictedOne() {
        Explanation explanation = explain(
                new CaseToExplain(
                        Scene.grayImage(),
                        Scene.IMAGE_SHA256,
                        Optional.empty(),
                        Optional.empty(),
                        new RegionSelection.LargestObject()),
                Scene.fillingRegion(image -> 0.95));

        assertEquals(Scene.filled(0.95), explanation.map().region().area());
        assertEquals(explanation.prediction(), explanation.map().region().within(Scene.SIZE, Scene.SIZE));
    }

    @Test
    void noObjectIsSkippedAsNoForeground() {
        assertEquals(
                new ExplanationOutcome.Skipped("no foreground"),
                outcome(
                        new CaseToExplain(
                                Scene.grayImage(),
                                Scene.IMAGE_SHA256,
                                Optional.empty(),
                                Optional.empty(),
                                new RegionSelection.LargestObject()),
                        image -> new float[Scene.SIZE * Scene.SIZE]));
    }

    @Test
    void anObjectThatTouchesEveryBlockLeavesNothingToTreat() {
        ExplanationOutcome outcome = outcome(given(painted(i -> i / 48 % 8 == 3)), FRAME_SEES_ITS_HOLE);

        assertInstanceOf(ExplanationOutcome.Failed.class, outcome);
        assertTrue(outcome.toString().contains("leaves no block of size 8 to treat"), outcome.toString());
    }

    @Test
    void regionsInTheCornerAndAlongTheBorderAreExplained() {
        Mask corner = painted(i -> i / 48 + i % 48 < 6);
        Mask border = painted(i -> i / 48 == 0 || i % 48 == 47);

        assertEquals(
                36 - 1,
                explain(given(corner), FRAME_SEES_ITS_HOLE).map().effects().size());
        assertEquals(
                36 - 11,
                explain(given(border), FRAME_SEES_ITS_HOLE).map().effects().size());
    }

    @Test
    void theIdTellsSetsOfPixelsOfTheSameBoundsApart() {
        Mask cross = painted(i -> within(i, 8, 32) && (i / 48 / 8 == 2 || i % 48 / 8 == 2));

        String frame = explain(given(FRAME), FRAME_SEES_ITS_HOLE).id();

        assertEquals(frame, explain(given(FRAME), FRAME_SEES_ITS_HOLE).id());
        assertNotEquals(frame, explain(given(cross), FRAME_SEES_ITS_HOLE).id());
        assertNotEquals(
                frame,
                explain(given(painted(i -> within(i, 8, 32))), FRAME_SEES_ITS_HOLE)
                        .id());
    }

    private static CaseToExplain given(Mask mask) {
        return new CaseToExplain(
                Scene.grayImage(),
                Scene.IMAGE_SHA256,
                Optional.empty(),
                Optional.empty(),
                RegionOfInterest.foregroundOf(mask));
    }

    private static Explanation explain(CaseToExplain subject, Function<Image, float[]> function) {
        return Scene.explained(outcome(subject, function));
    }

    private static ExplanationOutcome outcome(CaseToExplain subject, Function<Image, float[]> function) {
        FunctionModel model = new FunctionModel(Scene.bank(), 16, function);
        return new ExplainCase(Scene.STOPPED).explain(subject, model, Scene.settings(), Progress.SILENT);
    }

    private static Mask painted(IntPredicate foreground) {
        boolean[] pixels = new boolean[Scene.SIZE * Scene.SIZE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = foreground.test(i);
        }
        return new Mask(Scene.SIZE, Scene.SIZE, pixels);
    }

    /** Whether row and column of the pixel are from {@code from} to below {@code to}. */
    private static boolean within(int i, int from, int to) {
        int y = i / Scene.SIZE;
        int x = i % Scene.SIZE;
        return y >= from && y < to && x >= from && x < to;
    }
}
