package io.limen.explainer.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.faithfulness.joint.Agreement;
import io.limen.explainer.domain.faithfulness.joint.Agreement.Measured;
import io.limen.explainer.domain.faithfulness.joint.Agreement.Reason;
import io.limen.explainer.domain.faithfulness.joint.Contrast;
import io.limen.explainer.domain.faithfulness.joint.MapFaithfulness;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.intervention.DrawSchedule;
import io.limen.explainer.domain.intervention.PatchBank;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models whose weights are known, on a bright image with dark donors, against a truth that fills the region. */
class FaithfulnessStageTest {

    private static final int SIDE = Scene.SIZE / Scene.BLOCK;
    private static final float BRIGHT = 0.9f;
    private static final long NO_LIMIT = Long.MAX_VALUE;

    /** Twenty patches of 0.02 to 0.21. */
    private static PatchBank dark() {
        List<float[]> patches = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            float[] patch = new float[Scene.BLOCK * Scene.BLOCK];
            Arrays.fill(patch, 0.02f + i / 100f);
            patches.add(patch);
        }
        return new PatchBank(Scene.BLOCK, 1, patches, "c".repeat(64));
    }

    private static Image bright() {
        float[] pixels = new float[Scene.SIZE * Scene.SIZE];
        Arrays.fill(pixels, BRIGHT);
        return new Image(Scene.SIZE, Scene.SIZE, 1, pixels);
    }

    /** How far each block is from bright, in [0,1], row-major over the grid. */
    private static double[] darkness(Image image) {
        double[] darkness = new double[SIDE * SIDE];
        for (int block = 0; block < darkness.length; block++) {
            int y = block / SIDE * Scene.BLOCK;
            int x = block % SIDE * Scene.BLOCK;
            darkness[block] = (BRIGHT - Scene.meanOfBlock(y, x).applyAsDouble(image)) / BRIGHT;
        }
        return darkness;
    }

    /** The region is filled less with every block that darkens, by the block's own weight. */
    private static double additive(Image image) {
        double[] weights = new Random(6)
                .doubles(SIDE * SIDE)
                .map(weight -> weight * weight * 0.08)
                .toArray();
        double[] darkness = darkness(image);
        double level = 1;
        for (int block = 0; block < darkness.length; block++) {
            level -= weights[block] * darkness[block];
        }
        return level;
    }

    /** Blocks act only together: four groups, each of which takes its part away while an odd number of its blocks is dark. */
    private static double exclusiveOr(Image image) {
        double[] weights = {0.1, 0.15, 0.2, 0.25};
        int[] dark = new int[weights.length];
        double[] darkness = darkness(image);
        for (int block = 0; block < darkness.length; block++) {
            dark[block % weights.length] += darkness[block] > 0.5 ? 1 : 0;
        }
        double level = 1;
        for (int group = 0; group < weights.length; group++) {
            level -= dark[group] % 2 * weights[group];
        }
        return level;
    }

    /** Each block stands in for the others: one alone does nothing. */
    private static double redundant(Image image) {
        long dark = Arrays.stream(darkness(image)).filter(one -> one > 0.5).count();
        return dark < 2 ? 1 : additive(image);
    }

    private static FunctionModel model(int batch, ToDoubleFunction<Image> level) {
        return new FunctionModel(dark(), batch, Scene.fillingRegion(level));
    }

    private static ExplanationSettings settings(DrawSchedule schedule, long maxForwards, int faithfulness) {
        return new ExplanationSettings(
                Scene.BLOCK,
                16,
                schedule,
                42,
                new Budget(maxForwards, Duration.ofDays(365)),
                Optional.empty(),
                faithfulness);
    }

    private static Explanation explain(FunctionModel model, long maxForwards, int faithfulness) {
        return Scene.explain(
                Scene.subject(bright(), FunctionModel.lowerPart(Scene.SIZE, Scene.SIZE, 0)),
                model,
                settings(DrawSchedule.Published.asPublished(), maxForwards, faithfulness));
    }

    private static MapFaithfulness checked(ToDoubleFunction<Image> level) {
        return explain(model(16, level), NO_LIMIT, 64).faithfulness().orElseThrow();
    }

    @Test
    void aModelThatAddsUpIsForetold() {
        MapFaithfulness found = checked(FaithfulnessStageTest::additive);
        Measured agreement = (Measured) found.agreement();
        assertTrue(agreement.correlation() > 0.97 && agreement.low() > 0.9, agreement.toString());
        assertTrue(agreement.ceiling() > 0.97, agreement.toString());
        Contrast contrast = found.contrast().orElseThrow();
        assertEquals(contrast.foretold(), contrast.strongest().points(), 1);
        assertTrue(contrast.difference().interval().orElseThrow().high() < 0, contrast.toString());
    }

    @Test
    void aModelThatActsOnlyTogetherIsForetoldFarLess() {
        Measured agreement =
                (Measured) checked(FaithfulnessStageTest::exclusiveOr).agreement();
        assertTrue(agreement.correlation() < 0.7 && agreement.ceiling() > 0.9, agreement.toString());
        Measured additive = (Measured) checked(FaithfulnessStageTest::additive).agreement();
        assertTrue(agreement.high() < additive.low(), agreement + " " + additive);
    }

    @Test
    void anEmptyMapOfAModelThatIsMovedIsNotCalledFaithful() {
        MapFaithfulness found = checked(FaithfulnessStageTest::redundant);
        assertEquals(new Agreement.Undefined(Reason.NOTHING_FORETOLD), found.agreement());
        assertEquals(Optional.empty(), found.contrast());
    }

    @Test
    void aModelThatNothingMovesIsUndefined() {
        MapFaithfulness found = checked(image -> 1);
        assertEquals(new Agreement.Undefined(Reason.NOTHING_CHANGED), found.agreement());
        assertTrue(found.sets() >= 12 && found.forwards() <= 64, found.toString());
    }

    @Test
    void theMapIsTheSameWithoutTheCheckAndOnlyTheNameDiffers() {
        Explanation without = explain(model(16, FaithfulnessStageTest::additive), NO_LIMIT, 0);
        Explanation with = explain(model(16, FaithfulnessStageTest::additive), NO_LIMIT, 64);
        assertEquals(Optional.empty(), without.faithfulness());
        assertEquals(without.map(), with.map());
        assertEquals(without.strategy().classification(), with.strategy().classification());
        assertNotEquals(without.id(), with.id());
        assertEquals(
                without.cost().forwards() + with.faithfulness().orElseThrow().forwards(),
                with.cost().forwards());
    }

    @Test
    void neitherBatchesNorAnotherRunChangeAnything() {
        MapFaithfulness one = explain(model(1, FaithfulnessStageTest::additive), NO_LIMIT, 64)
                .faithfulness()
                .orElseThrow();
        assertEquals(one, checked(FaithfulnessStageTest::additive));
    }

    /** A twelfth of 960 passes is 80; of 480, 40; of 300, 25: too few. */
    @ParameterizedTest
    @ValueSource(longs = {960, 480, 300})
    void theCheckStaysWithinItsPartOfTheBudget(long maxForwards) {
        Explanation explanation = explain(model(16, FaithfulnessStageTest::additive), maxForwards, 64);
        assertTrue(explanation.cost().budgetExhausted());
        assertTrue(explanation.cost().forwards() <= maxForwards);
        MapFaithfulness found = explanation.faithfulness().orElseThrow();
        assertTrue(found.forwards() <= maxForwards / 12);
        boolean enough = maxForwards / 12 >= 32;
        assertEquals(enough, found.forwards() >= 32);
        assertEquals(!enough, found.agreement().equals(new Agreement.Undefined(Reason.BUDGET)));
    }

    @Test
    void nothingIsKeptForACheckThatCanNotBe() {
        Budget budget = new Budget(960, Duration.ofDays(1));
        BudgetMeter.Reserve none = new BudgetMeter.Reserve(0, Duration.ZERO);
        assertEquals(none, FaithfulnessStage.reserve(budget, 64, 9));
        assertEquals(none, FaithfulnessStage.reserve(budget, 0, 10));
        assertEquals(new BudgetMeter.Reserve(64, Duration.ofHours(2)), FaithfulnessStage.reserve(budget, 64, 10));
    }

    /** A twelfth of what the map took, 32 at least, and what was asked for at most. */
    @ParameterizedTest
    @ValueSource(ints = {32, 64, 96, 128, 4096})
    void theCheckTakesNoMoreThanItsShareOfTheMap(int most) {
        Explanation explanation = explain(model(16, FaithfulnessStageTest::additive), NO_LIMIT, most);
        int taken = explanation.faithfulness().orElseThrow().forwards();
        long map = explanation.cost().forwards() - taken;
        assertEquals(Math.min(most, map / 12) / 8 * 8, taken);
        assertFalse(explanation.cost().budgetExhausted());
    }

    /** Every pass takes a second, and the map alone takes longer than there is. */
    @Test
    void theDeadlineHolds() {
        AtomicLong seconds = new AtomicLong();
        FunctionModel slow = model(1, image -> {
            seconds.incrementAndGet();
            return additive(image);
        });
        ExplanationSettings settings = new ExplanationSettings(
                Scene.BLOCK,
                16,
                DrawSchedule.Published.asPublished(),
                42,
                new Budget(NO_LIMIT, Duration.ofSeconds(480)),
                Optional.empty(),
                64);
        ExplanationOutcome outcome = new ExplainCase(() -> seconds.get() * 1_000_000_000L)
                .explain(
                        Scene.subject(bright(), FunctionModel.lowerPart(Scene.SIZE, Scene.SIZE, 0)),
                        slow,
                        settings,
                        Progress.SILENT);
        Explanation explanation = Scene.explained(outcome);
        assertTrue(explanation.cost().elapsed().toSeconds() <= 480);
        assertEquals(32, explanation.faithfulness().orElseThrow().forwards());
        assertFalse(explanation.faithfulness().orElseThrow().budgetExhausted());
    }

    @Test
    void interruptionEndsTheCheck() {
        long map = explain(model(1, FaithfulnessStageTest::additive), NO_LIMIT, 0)
                .cost()
                .forwards();
        AtomicLong passes = new AtomicLong();
        FunctionModel model = model(1, image -> {
            if (passes.incrementAndGet() == map + 10) {
                Thread.currentThread().interrupt();
            }
            return additive(image);
        });
        ExplanationOutcome outcome = new ExplainCase(Scene.STOPPED)
                .explain(
                        Scene.subject(bright(), FunctionModel.lowerPart(Scene.SIZE, Scene.SIZE, 0)),
                        model,
                        settings(DrawSchedule.Published.asPublished(), NO_LIMIT, 64),
                        Progress.SILENT);
        assertTrue(Thread.interrupted());
        assertEquals(new ExplanationOutcome.Failed("interrupted"), outcome);
        assertEquals(map + 10, passes.get());
    }
}
