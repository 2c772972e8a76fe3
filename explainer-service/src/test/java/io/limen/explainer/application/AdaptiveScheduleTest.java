package io.limen.explainer.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.attribution.BlockEffect;
import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.attribution.ReferenceMode;
import io.limen.explainer.domain.attribution.ScreeningAudit;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.image.Window;
import io.limen.explainer.domain.intervention.DrawSchedule.Adaptive;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.PatchBank;
import io.limen.explainer.domain.support.ReceptiveSupport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The adaptive schedule on models whose effects are known in closed form. */
class AdaptiveScheduleTest {

    /** The block at rows 0 to 7, columns 8 to 15. */
    private static final int KNOWN_BLOCK = 1;

    private static final double FULL_BANK = 1e-6;

    private static final Function<Image, float[]> ONE_BLOCK = Scene.fillingRegion(Scene.meanOfBlock(0, 8));
    private static final Function<Image, float[]> EVERYWHERE =
            Scene.fillingRegion(image -> 0.5 + 4 * (Scene.everywhere().applyAsDouble(image) - 0.5));

    @Test
    void asPreciseAsCanBeGivesEveryBlocksMeanOverTheBank() {
        FunctionModel model = model(EVERYWHERE);

        Explanation explanation = explain(Scene.subject(Scene.noise(1), truth()), model, targeting(FULL_BANK));

        for (BlockEffect effect : explanation.map().effects()) {
            double[] truth = bankMean(effect.block(), Scene.noise(1), EVERYWHERE, explanation);
            assertEquals(truth[0], effect.ate(), 1e-9);
            assertEquals(truth[1], effect.areaEffect(), 1e-9);
            // a block that never moved in its draws needs no more of them
            assertEquals(0, effect.standardError(), 1e-9);
        }
        assertFalse(explanation.cost().budgetExhausted());
        assertEquals(ReferenceMode.GROUND_TRUTH, explanation.referenceMode());
    }

    @Test
    void theOneBlockThatMattersIsTheOnlySignificantOne() {
        Explanation explanation = explain(Scene.subject(Scene.grayImage()), model(ONE_BLOCK), asPublished());

        for (BlockEffect effect : explanation.map().effects()) {
            boolean known = effect.block().index() == KNOWN_BLOCK;
            assertEquals(known, effect.significant(), effect::toString);
            assertEquals(effect.draws() == 2, effect.screenedOut());
            if (!known) {
                assertEquals(0, effect.ate());
                assertEquals(0, effect.areaEffect());
            }
        }
        BlockEffect known = explanation.map().effects().get(KNOWN_BLOCK);
        double truth = bankMean(known.block(), Scene.grayImage(), ONE_BLOCK, explanation)[0];
        assertEquals(truth, known.ate(), 3 * known.standardError() + 1e-9);
        assertEquals(ReferenceMode.PREDICTION, explanation.referenceMode());
        // the spread of the block that matters makes its neighbours doubtful: every block is looked at more closely
        assertEquals(new ScreeningAudit(0, 1, 0, 0), explanation.screening().orElseThrow());
    }

    @Test
    void whereNothingHappensTwoDrawsAndTheAuditAreEnough() {
        Explanation explanation =
                explain(Scene.subject(Scene.noise(1)), model(Scene.fillingRegion(image -> 0.5)), asPublished());

        assertEquals(
                new ScreeningAudit(Scene.TREATED, 0, 4, 0),
                explanation.screening().orElseThrow());
        assertEquals(1 + 2 * Scene.TREATED + 4 * 10, explanation.cost().forwards());
        List<BlockEffect> effects = explanation.map().effects();
        assertEquals(
                Scene.TREATED - 4,
                effects.stream()
                        .filter(effect -> effect.screenedOut() && effect.draws() == 2)
                        .count());
        assertTrue(effects.stream().noneMatch(BlockEffect::significant));
    }

    @Test
    void noBlockGetsADonorTwice() {
        FunctionModel model = model(EVERYWHERE);

        Explanation explanation = explain(Scene.subject(Scene.noise(1)), model, targeting(FULL_BANK));

        List<Intervention> made = model.batches().stream().flatMap(List::stream).toList();
        assertEquals(new HashSet<>(made).size(), made.size());
        assertEquals(1 + made.size(), explanation.cost().forwards());
        assertEquals(
                made.size(),
                explanation.map().effects().stream()
                        .mapToInt(BlockEffect::draws)
                        .sum());
        assertTrue(model.closed());
    }

    @Test
    void theTargetIsReached() {
        for (double target : new double[] {2, 1, 0.5, 0.2}) {
            Explanation explanation = explain(Scene.subject(Scene.noise(1)), model(EVERYWHERE), targeting(target));

            double squares = explanation.map().effects().stream()
                    .mapToDouble(effect -> effect.standardError() * effect.standardError())
                    .sum();
            double reached = Math.sqrt(squares / Scene.TREATED);
            assertTrue(reached <= target, reached + " of " + target);
            assertFalse(explanation.cost().budgetExhausted());
        }
    }

    @Test
    void aSmallerTargetTakesMoreForwards() {
        long before = 0;
        for (double target : new double[] {1, 0.2, 0.1, 0.05}) {
            long forwards = explain(Scene.subject(Scene.noise(1)), model(EVERYWHERE), targeting(target))
                    .cost()
                    .forwards();
            assertTrue(forwards > before, forwards + " after " + before);
            before = forwards;
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 1", "16, 1", "1000, 1", "4, 77", "16, 77"})
    void theMapIsTheSameWhateverTheBatchSize(int batchSize, long seed) {
        Explanation one = explain(
                Scene.subject(Scene.noise(seed)),
                model(EVERYWHERE, Scene.bank(), 1),
                settings(0.1, seed, Long.MAX_VALUE));
        Explanation other = explain(
                Scene.subject(Scene.noise(seed)),
                model(EVERYWHERE, Scene.bank(), batchSize),
                settings(0.1, seed, Long.MAX_VALUE));

        assertEquals(one.map(), other.map());
        assertEquals(one.screening(), other.screening());
        assertEquals(one.cost(), other.cost());
        assertEquals(one.id(), other.id());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 40, 70, 150})
    void aBudgetOfForwardsEndsAtTheSameDrawWhateverTheBatchSize(long forwards) {
        Explanation one = explain(
                Scene.subject(Scene.noise(1)), model(EVERYWHERE, Scene.bank(), 1), settings(FULL_BANK, 42, forwards));
        Explanation other = explain(
                Scene.subject(Scene.noise(1)), model(EVERYWHERE, Scene.bank(), 16), settings(FULL_BANK, 42, forwards));

        assertEquals(one.map(), other.map());
        assertEquals(one.cost(), other.cost());
        assertTrue(one.cost().budgetExhausted());
        assertEquals(Math.max(forwards, 1 + Scene.TREATED), one.cost().forwards());
        assertEquals(Optional.empty(), one.screening());
    }

    @Test
    void anotherSeedGivesAnotherMap() {
        Explanation one = explain(Scene.subject(Scene.noise(1)), model(EVERYWHERE), settings(0.3, 42, Long.MAX_VALUE));
        Explanation other =
                explain(Scene.subject(Scene.noise(1)), model(EVERYWHERE), settings(0.3, 43, Long.MAX_VALUE));

        assertNotEquals(one.map(), other.map());
        assertNotEquals(one.id(), other.id());
    }

    @Test
    void aBudgetOfOneGivesEveryBlockOneDrawAndNoAudit() {
        Explanation explanation = explain(Scene.subject(Scene.noise(1)), model(EVERYWHERE), settings(FULL_BANK, 42, 1));

        assertEquals(1 + Scene.TREATED, explanation.cost().forwards());
        assertTrue(explanation.cost().budgetExhausted());
        assertEquals(Optional.empty(), explanation.screening());
        for (BlockEffect effect : explanation.map().effects()) {
            assertEquals(1, effect.draws());
            assertFalse(effect.significant());
            assertEquals(100, effect.standardError());
        }
    }

    @Test
    void blocksThatCannotReachTheRegionGetNoDraw() {
        FunctionModel model = model(EVERYWHERE);
        // the model sees more, but nothing of it is asked: rows 0 to 7 are told to be out of reach
        Window support = new Window(8, 0, 40, 48);

        Explanation explanation = explained(model, Scene.subject(Scene.noise(1)), targeting(0.5), within(support));

        for (BlockEffect effect : explanation.map().effects()) {
            if (effect.block().y() == 0) {
                assertEquals(BlockEffect.unreachable(effect.block()), effect);
            } else {
                assertTrue(effect.draws() >= 2);
            }
        }
        assertTrue(model.batches().stream()
                .flatMap(List::stream)
                .noneMatch(made -> made.block().y() == 0));
        assertEquals(
                Scene.TREATED,
                explanation.map().effects().stream()
                        .map(BlockEffect::block)
                        .distinct()
                        .count());
    }

    @Test
    void whereNothingReachesTheRegionNothingIsDrawn() {
        FunctionModel model = model(EVERYWHERE);

        Explanation explanation =
                explained(model, Scene.subject(Scene.noise(1)), asPublished(), within(Scene.REGION.bounds()));

        assertTrue(explanation.map().effects().stream().allMatch(BlockEffect::isUnreachable));
        assertEquals(0, model.interventions());
        assertEquals(Optional.of(new ScreeningAudit(0, 0, 0, 0)), explanation.screening());
        assertEquals(1, explanation.cost().forwards());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aTinyBankIsDrawnWholeAndThenThereIsAnEnd(int donors) {
        List<float[]> patches = new ArrayList<>(Scene.bank().patches()).subList(0, donors);
        PatchBank tiny = new PatchBank(Scene.BLOCK, 1, patches, "d".repeat(64));
        FunctionModel model = model(EVERYWHERE, tiny, 16);

        Explanation explanation = explain(Scene.subject(Scene.noise(1), truth()), model, targeting(FULL_BANK));

        assertFalse(explanation.cost().budgetExhausted());
        for (BlockEffect effect : explanation.map().effects()) {
            assertTrue(effect.draws() <= donors);
            assertEquals(0, effect.standardError(), 1e-9);
            double truth = 0;
            for (int donor = 0; donor < donors; donor++) {
                truth += effect(effect.block(), donor, Scene.noise(1), EVERYWHERE, explanation)[0] / donors;
            }
            assertEquals(truth, effect.ate(), 1e-9);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 8})
    void aTinyBankIsDrawnWholeWhereHardlyAnythingMovesToo(int donors) {
        PatchBank tiny = new PatchBank(
                Scene.BLOCK, 1, new ArrayList<>(Scene.bank().patches()).subList(0, donors), "d".repeat(64));

        Explanation explanation = explain(Scene.subject(Scene.grayImage()), model(ONE_BLOCK, tiny, 16), asPublished());

        for (BlockEffect effect : explanation.map().effects()) {
            assertEquals(donors, effect.draws());
            assertEquals(0, effect.standardError(), 1e-9);
            assertFalse(effect.screenedOut());
        }
    }

    @Test
    void singleDrawsWithoutAnEffectAreNotTakenForCertain() {
        Explanation explanation =
                explain(Scene.subject(Scene.grayImage()), model(ONE_BLOCK), settings(FULL_BANK, 42, 1));

        assertTrue(explanation.cost().budgetExhausted());
        for (BlockEffect effect : explanation.map().effects()) {
            assertEquals(1, effect.draws());
            assertEquals(100, effect.standardError());
        }
    }

    @Test
    void aRegionOfPixelsIsScoredOnItsPixels() {
        boolean[] cross = new boolean[Scene.SIZE * Scene.SIZE];
        for (int i = 16; i < 32; i++) {
            Arrays.fill(cross, i * Scene.SIZE + (i < 24 ? 20 : 16), i * Scene.SIZE + (i < 24 ? 28 : 32), true);
        }
        RegionOfInterest region = RegionOfInterest.foregroundOf(new Mask(Scene.SIZE, Scene.SIZE, cross))
                .orElseThrow();
        CaseToExplain subject = new CaseToExplain(
                Scene.noise(1), Scene.IMAGE_SHA256, Optional.empty(), Optional.of(truth()), Optional.of(region));

        Explanation explanation = explain(subject, model(EVERYWHERE), targeting(FULL_BANK));

        assertEquals(8 * 8 + 8 * 16, explanation.map().region().area());
        for (BlockEffect effect : explanation.map().effects()) {
            assertEquals(bankMean(effect.block(), Scene.noise(1), EVERYWHERE, explanation)[0], effect.ate(), 1e-9);
        }
    }

    @Test
    void clippedBlocksOnTheBorderAreTreatedToo() {
        int height = 45;
        int width = 42;
        float[] pixels = new float[height * width];
        Random random = new Random(6);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        Image image = new Image(height, width, 1, pixels);
        // only the lower right corner matters: a block of 5 x 2 pixels
        Function<Image, float[]> corner = Scene.fillingRegion(some -> some.at(0, height - 1, width - 1));

        Explanation explanation = explain(Scene.subject(image), model(corner), targeting(FULL_BANK));

        List<Block> significant = explanation.map().effects().stream()
                .filter(BlockEffect::significant)
                .map(BlockEffect::block)
                .toList();
        assertEquals(List.of(new Block(35, 40, 40, 5, 2)), significant);
        BlockEffect last =
                explanation.map().effects().get(explanation.map().effects().size() - 1);
        assertEquals(20, last.draws());
        double truth = 0;
        for (int donor = 0; donor < 20; donor++) {
            truth += effect(last.block(), donor, image, corner, explanation)[0] / 20;
        }
        assertEquals(truth, last.ate(), 1e-9);
    }

    @Test
    void againstThePredictionNoEffectIsPositiveInAnyDraw() {
        Explanation explanation = explain(Scene.subject(Scene.noise(1)), model(EVERYWHERE), targeting(FULL_BANK));

        assertEquals(ReferenceMode.PREDICTION, explanation.referenceMode());
        assertEquals(100, explanation.baselineDice());
        assertTrue(explanation.map().effects().stream().allMatch(effect -> effect.ate() <= 0));
    }

    @Test
    void progressEndsAtWhatWasSpent() {
        List<long[]> reports = new ArrayList<>();

        Explanation explanation = Scene.explained(new ExplainCase(Scene.STOPPED)
                .explain(
                        Scene.subject(Scene.noise(1)),
                        model(EVERYWHERE),
                        targeting(0.1),
                        (done, expected) -> reports.add(new long[] {done, expected})));

        assertEquals(explanation.cost().forwards(), reports.get(reports.size() - 1)[0]);
        for (int i = 0; i < reports.size(); i++) {
            assertTrue(reports.get(i)[0] <= reports.get(i)[1], "more done than expected");
            assertTrue(i == 0 || reports.get(i)[0] > reports.get(i - 1)[0]);
        }
    }

    private static FunctionModel model(Function<Image, float[]> function) {
        return model(function, Scene.bank(), 16);
    }

    private static FunctionModel model(Function<Image, float[]> function, PatchBank bank, int batchSize) {
        return new FunctionModel(bank, batchSize, function);
    }

    private static ExplanationSettings asPublished() {
        return new ExplanationSettings(Scene.BLOCK, 16, Adaptive.asPreciseAsPublished(), 42, Budget.UNLIMITED);
    }

    private static ExplanationSettings targeting(double standardError) {
        return settings(standardError, 42, Long.MAX_VALUE);
    }

    private static ExplanationSettings settings(double standardError, long seed, long maxForwards) {
        return new ExplanationSettings(
                Scene.BLOCK,
                16,
                new Adaptive(OptionalDouble.of(standardError), 0.02),
                seed,
                new Budget(maxForwards, Duration.ofDays(365)));
    }

    private static Explanation explain(CaseToExplain subject, FunctionModel model, ExplanationSettings settings) {
        return Scene.explain(subject, model, settings);
    }

    private static Explanation explained(
            FunctionModel model, CaseToExplain subject, ExplanationSettings settings, Reachability reachability) {
        return Scene.explained(
                new ExplainCase(Scene.STOPPED, reachability).explain(subject, model, settings, Progress.SILENT));
    }

    /** What meets the window can reach the region; the whole image is probed. */
    private static Reachability within(Window window) {
        ReceptiveSupport support = new ReceptiveSupport(window);
        return (model, subject, bank, leeway) -> {
            Set<Block> reaching =
                    subject.blocks().stream().filter(support::reachedFrom).collect(Collectors.toSet());
            List<Block> unreachable = subject.blocks().stream()
                    .filter(block -> !reaching.contains(block))
                    .toList();
            return new ReachableCase(
                    subject.with(
                            subject.blocks().stream().filter(reaching::contains).toList()),
                    unreachable,
                    support,
                    Window.whole(subject.image().height(), subject.image().width()),
                    0);
        };
    }

    /** The first 12 of the region's 16 rows. */
    private static Mask truth() {
        boolean[] foreground = new boolean[Scene.SIZE * Scene.SIZE];
        for (int y = 16; y < 28; y++) {
            Arrays.fill(foreground, y * Scene.SIZE + 16, y * Scene.SIZE + 32, true);
        }
        return new Mask(Scene.SIZE, Scene.SIZE, foreground);
    }

    /** Mean Dice effect and mean area effect of a block over the whole bank, by brute force. */
    private static double[] bankMean(
            Block block, Image image, Function<Image, float[]> function, Explanation explanation) {
        double[] mean = new double[2];
        for (int donor = 0; donor < 20; donor++) {
            double[] effect = effect(block, donor, image, function, explanation);
            mean[0] += effect[0] / 20;
            mean[1] += effect[1] / 20;
        }
        return mean;
    }

    private static double[] effect(
            Block block, int donor, Image image, Function<Image, float[]> function, Explanation explanation) {
        Image treated = FunctionModel.treated(image, new Intervention(block, donor), Scene.bank());
        double[] before = score(function.apply(image), explanation);
        double[] after = score(function.apply(treated), explanation);
        return new double[] {
            after[0] - before[0],
            (after[1] - before[1]) / explanation.map().region().area()
        };
    }

    /** Dice in percent and area of the region, pixel by pixel. */
    private static double[] score(float[] probabilities, Explanation explanation) {
        Mask reference = explanation.reference();
        int area = 0;
        int common = 0;
        int referenceArea = 0;
        for (int y = 0; y < reference.height(); y++) {
            for (int x = 0; x < reference.width(); x++) {
                if (explanation.map().region().contains(y, x)) {
                    boolean found = probabilities[y * reference.width() + x] > 0.5;
                    area += found ? 1 : 0;
                    referenceArea += reference.at(y, x) ? 1 : 0;
                    common += found && reference.at(y, x) ? 1 : 0;
                }
            }
        }
        return new double[] {area + referenceArea == 0 ? 100 : 200.0 * common / (area + referenceArea), area};
    }
}
