package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.explainer.application.ModelDescription.Normalisation;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.application.SegmentationModel.Probe;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.PatchBank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TorchScriptProbeTest {

    private static final int SIDE = 8;

    /** libtorch may order additions differently in batches of different sizes. */
    private static final float ROUNDING = 1e-6f;

    private static final Normalisation SHIFT =
            new Normalisation(new float[] {0.4f, 0.5f, 0.6f}, new float[] {0.2f, 0.25f, 0.3f});
    /** Neither side is a multiple of the block's: the last row and column of blocks are clipped. */
    private static final Image IMAGE = TestModel.noise(37, 51, 3);

    private static final RegionOfInterest REGION = new RegionOfInterest(3, 5, 30, 40);

    @Test
    void everyInterventionEqualsSegmentingThePatchedImage() throws ModelRejectedException {
        SegmentationModel model = TestModel.load("smooth", SHIFT, TestModel.ONE_CLASS);
        PatchBank bank = bank(7);
        List<Intervention> interventions = interventions(7, 5);
        assertArrayEquals(byHand(model, bank, interventions), probed(model, bank, interventions), ROUNDING);
    }

    @Test
    void untouchedSlotsShowTheImageAgain() throws ModelRejectedException {
        SegmentationModel model = TestModel.load("window-mean");
        PatchBank bank = new PatchBank(SIDE, 3, List.of(new float[3 * SIDE * SIDE]), "0".repeat(64));
        BlockGrid grid = new BlockGrid(37, 51, SIDE);
        Block window = grid.block(grid.columns() + 2);
        Block elsewhere = grid.block(0);
        try (Probe probe = model.probe(IMAGE, REGION, bank)) {
            float before = model.segment(IMAGE).probabilities()[0];
            assertEquals(0, probe.regionProbabilities(List.of(new Intervention(window, 0)))[0]);
            assertEquals(before, probe.regionProbabilities(List.of(new Intervention(elsewhere, 0)))[0], ROUNDING);
        }
    }

    @Test
    void twoThreadsAgreeWithOne() throws Exception {
        SegmentationModel model = TestModel.load("smooth", SHIFT, TestModel.ONE_CLASS);
        PatchBank bank = bank(9);
        List<Intervention> interventions = interventions(9, 6);
        float[] alone = probed(model, bank, interventions);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<float[]> work = () -> probed(model, bank, interventions);
            for (Future<float[]> together : threads.invokeAll(Collections.nCopies(8, work))) {
                assertArrayEquals(alone, together.get());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void largeImagesGetSmallerBatches() throws ModelRejectedException {
        SegmentationModel model = TestModel.load("smooth");
        Image large = TestModel.noise(2048, 1024, 4);
        try (Probe probe = model.probe(large, REGION, bank(1))) {
            assertEquals(2, probe.batchSize());
        }
    }

    @Test
    void closedProbeIsNotUsed() throws ModelRejectedException {
        Probe probe = TestModel.load("smooth").probe(IMAGE, REGION, bank(1));
        probe.close();
        probe.close();
        assertThrows(IllegalArgumentException.class, () -> probe.regionProbabilities(interventions(1, 1)));
    }

    @Test
    void regionOffTheImageIsABug() throws ModelRejectedException {
        SegmentationModel model = TestModel.load("smooth");
        RegionOfInterest off = new RegionOfInterest(30, 0, 8, 8);
        assertThrows(IllegalArgumentException.class, () -> model.probe(IMAGE, off, bank(1)));
    }

    private static float[] probed(SegmentationModel model, PatchBank bank, List<Intervention> interventions)
            throws ModelRejectedException {
        float[] all = new float[interventions.size() * REGION.area()];
        try (Probe probe = model.probe(IMAGE, REGION, bank)) {
            for (int from = 0; from < interventions.size(); from += probe.batchSize()) {
                int to = Math.min(interventions.size(), from + probe.batchSize());
                float[] part = probe.regionProbabilities(interventions.subList(from, to));
                System.arraycopy(part, 0, all, from * REGION.area(), part.length);
            }
        }
        return all;
    }

    private static float[] byHand(SegmentationModel model, PatchBank bank, List<Intervention> interventions)
            throws ModelRejectedException {
        float[] all = new float[interventions.size() * REGION.area()];
        int at = 0;
        for (Intervention intervention : interventions) {
            float[] whole = model.segment(patched(bank, intervention)).probabilities();
            for (int row = 0; row < REGION.height(); row++) {
                int start = (REGION.y() + row) * IMAGE.width() + REGION.x();
                System.arraycopy(whole, start, all, at, REGION.width());
                at += REGION.width();
            }
        }
        return all;
    }

    private static Image patched(PatchBank bank, Intervention intervention) {
        float[] pixels = IMAGE.pixels().clone();
        float[] patch = bank.patches().get(intervention.donor());
        Block block = intervention.block();
        for (int channel = 0; channel < 3; channel++) {
            for (int row = 0; row < block.height(); row++) {
                for (int column = 0; column < block.width(); column++) {
                    int y = block.y() + row;
                    int x = block.x() + column;
                    pixels[(channel * IMAGE.height() + y) * IMAGE.width() + x] =
                            patch[(channel * SIDE + row) * SIDE + column];
                }
            }
        }
        return new Image(IMAGE.height(), IMAGE.width(), 3, pixels);
    }

    /** Every block of the grid, the clipped ones too, in random order. */
    private static List<Intervention> interventions(int donors, long seed) {
        BlockGrid grid = new BlockGrid(IMAGE.height(), IMAGE.width(), SIDE);
        Random random = new Random(seed);
        List<Intervention> interventions = new ArrayList<>();
        for (int index = 0; index < grid.size(); index++) {
            interventions.add(new Intervention(grid.block(index), random.nextInt(donors)));
        }
        Collections.shuffle(interventions, random);
        return interventions;
    }

    private static PatchBank bank(int size) {
        List<float[]> patches = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            patches.add(Arrays.copyOf(TestModel.noise(SIDE, SIDE, 100 + i).pixels(), 3 * SIDE * SIDE));
        }
        return new PatchBank(SIDE, 3, patches, "0".repeat(64));
    }
}
