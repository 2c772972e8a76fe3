package io.limen.explainer.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.ExplanationOutcome.Failed;
import io.limen.explainer.application.ExplanationOutcome.Skipped;
import io.limen.explainer.domain.attribution.BlockEffect;
import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.PatchBank;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExplainCaseTest {

    private static final FunctionModel MODEL =
            new FunctionModel(Scene.bank(), 16, Scene.fillingRegion(Scene.meanOfBlock(0, 8)));

    private static ExplanationOutcome explain(CaseToExplain subject, ModelRepository.RepositoryModel model) {
        return new ExplainCase(Scene.STOPPED).explain(subject, model, Scene.settings(), Progress.SILENT);
    }

    private static CaseToExplain withRegion(RegionOfInterest region) {
        return new CaseToExplain(
                Scene.grayImage(), Scene.IMAGE_SHA256, Optional.empty(), Optional.empty(), Optional.of(region));
    }

    private static CaseToExplain withMasks(Optional<Mask> deployed, Optional<Mask> truth) {
        return new CaseToExplain(Scene.grayImage(), Scene.IMAGE_SHA256, deployed, truth, Optional.empty());
    }

    @Test
    void aRegionOffTheImageFails() {
        assertEquals(
                new Failed("region 0,0,999,32 lies outside the 48x48 output"),
                explain(withRegion(new RegionOfInterest(0, 0, 999, 32)), MODEL));
    }

    @Test
    void aRegionThatTouchesEveryBlockFails() {
        assertEquals(
                new Failed("region 0,0,48,48 leaves no block of size 8 to treat in the 48x48 image"),
                explain(withRegion(new RegionOfInterest(0, 0, 48, 48)), MODEL));
    }

    @Test
    void aMaskOfAnotherSizeThanItsImageFails() {
        Mask other = FunctionModel.lowerPart(48, 40, 0);

        assertEquals(
                new Failed("the mask is 48x40, its image 48x48"),
                explain(withMasks(Optional.of(other), Optional.empty()), MODEL));
        assertEquals(
                new Failed("the ground truth is 48x40, its image 48x48"),
                explain(withMasks(Optional.empty(), Optional.of(other)), MODEL));
    }

    @Test
    void aCaseWithoutForegroundIsSkipped() {
        FunctionModel blind = new FunctionModel(Scene.bank(), 16, Scene.fillingRegion(image -> 0));

        assertEquals(new Skipped("no foreground"), explain(withMasks(Optional.empty(), Optional.empty()), blind));
        assertEquals(0, blind.interventions());
    }

    @Test
    void anEmptyGroundTruthIsSkippedThoughTheModelSegmentsSomething() {
        Mask empty = new Mask(48, 48, new boolean[48 * 48]);

        assertEquals(new Skipped("no foreground"), explain(withMasks(Optional.empty(), Optional.of(empty)), MODEL));
    }

    @Test
    void aRegionThatIsGivenIsExplainedEvenWithoutForeground() {
        FunctionModel blind = new FunctionModel(Scene.bank(), 16, Scene.fillingRegion(image -> 0));

        // two empty masks agree
        assertEquals(
                100,
                Scene.explained(explain(Scene.subject(Scene.grayImage()), blind))
                        .baselineDice());
    }

    @ParameterizedTest
    @EnumSource(RejectingModel.Stage.class)
    void aModelThatIsRejectedFailsTheCaseWithItsReason(RejectingModel.Stage stage) {
        FunctionModel working = new FunctionModel(Scene.bank(), 16, Scene.fillingRegion(Scene.meanOfBlock(0, 8)));

        ExplanationOutcome outcome = explain(Scene.subject(Scene.grayImage()), new RejectingModel(working, stage));

        assertEquals(new Failed("rejected at " + stage), outcome);
        assertEquals(stage == RejectingModel.Stage.INTERVENE, working.closed());
    }

    @Test
    void anInterruptedThreadStopsBetweenBatchesAndStaysInterrupted() {
        FunctionModel model = new FunctionModel(Scene.bank(), 16, Scene.fillingRegion(Scene.meanOfBlock(0, 8)));

        ExplanationOutcome outcome = new ExplainCase(Scene.STOPPED)
                .explain(
                        Scene.subject(Scene.grayImage()),
                        model,
                        Scene.settings(),
                        (done, expected) -> Thread.currentThread().interrupt());

        assertEquals(new Failed("interrupted"), outcome);
        assertEquals(16, model.interventions());
        assertTrue(model.closed());
        assertTrue(Thread.interrupted());
    }

    @Test
    void theRegionIsChosenOnTheBoundaryOfTheReference() {
        Explanation explanation = Scene.explained(
                explain(withMasks(Optional.empty(), Optional.of(FunctionModel.lowerPart(48, 48, 24))), MODEL));

        assertEquals(new RegionOfInterest(16, 0, 16, 16), explanation.map().region());
    }

    @Test
    void theMaskThatCameWithTheCaseIsComparedWithThePrediction() {
        // the model fills the first 8 of the region's rows; the mask has the other 8 too
        Mask deployed = rows(16, 32);
        CaseToExplain subject = new CaseToExplain(
                Scene.grayImage(),
                Scene.IMAGE_SHA256,
                Optional.of(deployed),
                Optional.empty(),
                Optional.of(Scene.REGION));

        Explanation explanation = Scene.explained(explain(subject, MODEL));

        assertEquals(
                100 * 2.0 * 128 / (128 + 256), explanation.deployedAgreement().orElseThrow(), 1e-9);
        assertEquals(100, explanation.baselineDice());
    }

    private static Mask rows(int from, int to) {
        boolean[] foreground = new boolean[48 * 48];
        for (int y = from; y < to; y++) {
            Arrays.fill(foreground, y * 48 + 16, y * 48 + 32, true);
        }
        return new Mask(48, 48, foreground);
    }

    @Test
    void imageAndMasksComeToTheModelsInputSize() {
        Function<Image, float[]> lowerHalf = image -> {
            float[] probabilities = new float[48 * 48];
            Arrays.fill(probabilities, 24 * 48, 48 * 48, 1);
            return probabilities;
        };
        FunctionModel model = new FunctionModel(
                FunctionModel.description(Optional.of(new ModelDescription.InputSize(48, 48)), 1),
                Scene.bank(),
                16,
                lowerHalf);
        Image large = new Image(96, 64, 3, new float[96 * 64 * 3]);
        Mask truth = FunctionModel.lowerPart(96, 64, 48);

        Explanation explanation = Scene.explained(explain(
                new CaseToExplain(large, Scene.IMAGE_SHA256, Optional.of(truth), Optional.of(truth), Optional.empty()),
                model));

        assertEquals(1, explanation.input().channels());
        assertEquals(48, explanation.input().height());
        assertEquals(100, explanation.baselineDice());
        assertEquals(Optional.of(100.0), explanation.deployedAgreement());
    }

    @Test
    void theIdNamesWhatWasExplainedAndNotHowLongItMayTake() {
        FunctionModel model = MODEL;
        Image image = Scene.grayImage();
        Explanation one = Scene.explain(Scene.subject(image), model, Scene.settings());
        Explanation quicker = Scene.explain(
                Scene.subject(image), model, Scene.settings(new Budget(Long.MAX_VALUE, Duration.ofHours(2))));
        Explanation cheaper =
                Scene.explain(Scene.subject(image), model, Scene.settings(new Budget(40, Duration.ofDays(365))));
        Explanation judged =
                Scene.explain(Scene.subject(image, FunctionModel.lowerPart(48, 48, 20)), model, Scene.settings());
        Explanation elsewhere = Scene.explained(explain(withRegion(new RegionOfInterest(8, 16, 16, 16)), model));

        assertTrue(one.id().matches("[0-9a-f]{64}"));
        assertEquals(one.id(), quicker.id());
        assertNotEquals(one.id(), cheaper.id());
        assertNotEquals(one.id(), judged.id());
        assertNotEquals(one.id(), elsewhere.id());
    }

    @Test
    void theIdStaysTheSameFromReleaseToRelease() {
        // golden: whoever changes it changes the name of every explanation, and raises ExplanationId's method
        assertEquals(
                "68290983cd495bf40b76b76b90c8ab493101e3473596a4e837563ef07c0ff006",
                Scene.explain(Scene.subject(Scene.grayImage()), MODEL, Scene.settings())
                        .id());
    }

    /** Against the model's own mask every change lowers the Dice; the area tells growth from loss. */
    @ParameterizedTest
    @CsvSource({"0.9, 1", "0.1, -1"})
    void withoutAGroundTruthTheAreaTellsGrowthFromLoss(float donor, int sign) {
        float[] patch = new float[Scene.BLOCK * Scene.BLOCK];
        Arrays.fill(patch, donor);
        PatchBank bank = new PatchBank(Scene.BLOCK, 1, List.of(patch), "b".repeat(64));
        FunctionModel model = new FunctionModel(bank, 16, Scene.fillingRegion(Scene.meanOfBlock(0, 0)));

        BlockEffect effect = Scene.explained(explain(Scene.subject(Scene.grayImage()), model))
                .map()
                .effects()
                .get(0);

        assertTrue(effect.ate() < -20, () -> "ATE " + effect.ate());
        assertEquals(sign * 0.4, effect.areaEffect(), 0.01);
    }
}
