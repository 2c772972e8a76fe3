package io.limen.explainer.application;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.attribution.BlockEffect;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.attribution.ReferenceMode;
import io.limen.explainer.domain.attribution.ScreeningAudit;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.intervention.DonorChoice;
import io.limen.explainer.domain.intervention.DrawPhase;
import io.limen.explainer.domain.intervention.DrawSchedule;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.PatchBank;
import io.limen.explainer.domain.strategy.PerceptualStrategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schedule on models whose effects are known in closed form. */
class PublishedScheduleTest {

    /** Forward passes of the audit: four blocks, ten draws each. */
    private static final int AUDIT = 4 * 10;

    /** The block at rows 0 to 7, columns 8 to 15. */
    private static final int KNOWN_BLOCK = 1;

    private static FunctionModel oneBlockMatters(int batchSize) {
        return new FunctionModel(Scene.bank(), batchSize, Scene.fillingRegion(Scene.meanOfBlock(0, 8)));
    }

    /** 100 x Dice of two sets of which one holds the other: the first n and the first k pixels of the region. */
    private static double score(int n, int k) {
        return 100 * 2.0 * Math.min(n, k) / (n + k);
    }

    @Test
    void theOneBlockThatMattersHasItsClosedFormEffectAndAllOthersHaveNone() {
        Explanation explanation =
                Scene.explain(Scene.subject(Scene.grayImage()), oneBlockMatters(16), Scene.settings());

        double expected = 0;
        DonorChoice donors = new DonorChoice(42, 20);
        for (int draw = 0; draw < 50; draw++) {
            int donor = donors.donor(explanation.map().grid().block(KNOWN_BLOCK), DrawPhase.ESTIMATION, draw);
            expected += (score(Scene.filled(Scene.donorValue(donor)), 128) - 100) / 50;
        }
        for (BlockEffect effect : explanation.map().effects()) {
            boolean known = effect.block().index() == KNOWN_BLOCK;
            assertEquals(known ? expected : 0, effect.ate(), 1e-9);
            assertEquals(known ? 50 : 3, effect.draws());
            assertEquals(!known, effect.screenedOut());
            assertEquals(known, effect.significant());
        }
        assertEquals(100, explanation.baselineDice());
        assertEquals(ReferenceMode.PREDICTION, explanation.referenceMode());
        assertEquals(1 + 3 * Scene.TREATED + 50 + AUDIT, explanation.cost().forwards());
        ScreeningAudit audit = explanation.screening().orElseThrow();
        assertEquals(new ScreeningAudit(Scene.TREATED - 1, 1, 4, 0), audit);
        assertEquals(1, audit.recall());
        assertTrue(audit.lower() < 0.1, "four of " + audit.screenedOut() + " prove little");
        assertFalse(explanation.cost().budgetExhausted());
    }

    @Test
    void theEstimateLiesWithinItsErrorOfTheMeanOverTheBank() {
        Mask truth = truth();
        Explanation explanation =
                Scene.explain(Scene.subject(Scene.grayImage(), truth), oneBlockMatters(16), Scene.settings());

        double mean = 0;
        double meanArea = 0;
        for (int donor = 0; donor < 20; donor++) {
            int filled = Scene.filled(Scene.donorValue(donor));
            mean += (score(filled, 192) - score(128, 192)) / 20;
            meanArea += (filled - 128) / 256.0 / 20;
        }
        BlockEffect effect = explanation.map().effects().get(KNOWN_BLOCK);
        assertEquals(80, explanation.baselineDice());
        assertTrue(effect.standardError() > 1 && effect.standardError() < 6);
        assertEquals(mean, effect.ate(), 4 * effect.standardError());
        assertEquals(meanArea, effect.areaEffect(), 4 * 0.29 / Math.sqrt(50));
        assertEquals(ReferenceMode.GROUND_TRUTH, explanation.referenceMode());
    }

    /** The first 12 of the region's 16 rows. */
    private static Mask truth() {
        boolean[] foreground = new boolean[Scene.SIZE * Scene.SIZE];
        for (int y = 16; y < 28; y++) {
            Arrays.fill(foreground, y * Scene.SIZE + 16, y * Scene.SIZE + 32, true);
        }
        return new Mask(Scene.SIZE, Scene.SIZE, foreground);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 16, 1000})
    void theMapIsTheSameWhateverTheBatchSize(int batchSize) {
        FunctionModel model = new FunctionModel(Scene.bank(), batchSize, Scene.fillingRegion(Scene.everywhere()));
        FunctionModel other = new FunctionModel(Scene.bank(), 5, Scene.fillingRegion(Scene.everywhere()));

        Explanation explanation = Scene.explain(Scene.subject(Scene.noise(1)), model, Scene.settings());

        Explanation expected = Scene.explain(Scene.subject(Scene.noise(1)), other, Scene.settings());
        assertEquals(expected.map(), explanation.map());
        assertEquals(expected.id(), explanation.id());
        assertEquals(expected.strategy().shape(), explanation.strategy().shape());
        assertEquals(expected.cost(), explanation.cost());
        assertArrayEquals(expected.strategy().profile(), explanation.strategy().profile());
        assertTrue(model.batches().stream().allMatch(batch -> batch.size() <= batchSize));
    }

    @Test
    void batchesAreFullAndHoldDifferentBlocks() {
        FunctionModel model = new FunctionModel(Scene.bank(), 16, Scene.fillingRegion(Scene.everywhere()));

        Scene.explain(Scene.subject(Scene.noise(1)), model, Scene.settings());

        List<List<Intervention>> screening = model.batches().subList(0, 3 * Scene.TREATED / 16);
        for (List<Intervention> batch : screening) {
            assertEquals(16, batch.size());
            assertEquals(16, batch.stream().map(Intervention::block).distinct().count());
        }
    }

    @Test
    void anotherSeedGivesAnotherMap() {
        FunctionModel model = new FunctionModel(Scene.bank(), 16, Scene.fillingRegion(Scene.everywhere()));
        ExplanationSettings reseeded = new ExplanationSettings(
                Scene.BLOCK,
                16,
                DrawSchedule.Published.asPublished(),
                43,
                Scene.settings().budget());

        Explanation one = Scene.explain(Scene.subject(Scene.noise(1)), model, Scene.settings());
        Explanation other = Scene.explain(Scene.subject(Scene.noise(1)), model, reseeded);

        assertFalse(one.map().equals(other.map()));
        assertFalse(one.id().equals(other.id()));
    }

    @Test
    void effectsBelowTauAreScreenedOut() {
        FunctionModel model = oneBlockMatters(16);
        ExplanationSettings coarse = new ExplanationSettings(
                Scene.BLOCK,
                16,
                new DrawSchedule.Published(3, 50, 100),
                42,
                Scene.settings().budget());

        Explanation explanation = Scene.explain(Scene.subject(Scene.grayImage()), model, coarse);

        assertTrue(explanation.map().effects().stream().allMatch(BlockEffect::screenedOut));
        assertEquals(1 + 3 * Scene.TREATED + AUDIT, explanation.cost().forwards());
        assertEquals(
                PerceptualStrategy.NONE, explanation.strategy().classification().strategy());
    }

    @Property(tries = 25)
    void aDonorThatEqualsTheBlockHasNoEffect(@ForAll long seed) {
        float[] tile = new float[Scene.BLOCK * Scene.BLOCK];
        Random random = new Random(seed);
        for (int i = 0; i < tile.length; i++) {
            tile[i] = random.nextFloat();
        }
        PatchBank own = new PatchBank(Scene.BLOCK, 1, List.of(tile), "c".repeat(64));
        FunctionModel model = new FunctionModel(own, 16, Scene.fillingRegion(Scene.everywhere()));

        Explanation explanation = Scene.explain(Scene.subject(tiled(tile)), model, Scene.settings());

        for (BlockEffect effect : explanation.map().effects()) {
            assertEquals(0, effect.ate());
            assertEquals(0, effect.areaEffect());
            assertEquals(0, effect.standardError());
        }
    }

    private static Image tiled(float[] tile) {
        float[] pixels = new float[Scene.SIZE * Scene.SIZE];
        for (int i = 0; i < pixels.length; i++) {
            int y = i / Scene.SIZE % Scene.BLOCK;
            pixels[i] = tile[y * Scene.BLOCK + i % Scene.SIZE % Scene.BLOCK];
        }
        return new Image(Scene.SIZE, Scene.SIZE, 1, pixels);
    }

    @Test
    void progressCountsEveryBatchAndEndsWhereItSaid() {
        FunctionModel model = oneBlockMatters(16);
        List<long[]> reports = new ArrayList<>();

        new ExplainCase(Scene.STOPPED)
                .explain(
                        Scene.subject(Scene.grayImage()),
                        model,
                        Scene.settings(),
                        (done, expected) -> reports.add(new long[] {done, expected}));

        assertEquals(model.batches().size(), reports.size());
        assertArrayEquals(new long[] {1 + 16, 1 + 96}, reports.get(0));
        assertArrayEquals(new long[] {1 + 96 + 50 + AUDIT, 1 + 96 + 50 + AUDIT}, reports.get(reports.size() - 1));
    }
}
