package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.Leeway;
import io.limen.explainer.application.ModelDescription.InputSize;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ProbedCase;
import io.limen.explainer.application.ReachableCase;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.application.SegmentationModel.Probe;
import io.limen.explainer.application.support.RegionSupports;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.image.Window;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.PatchBank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks whose support is known from how they are made; see src/test/models/make_models.py. */
class RegionSupportsTest {

    private static final Image IMAGE = TestModel.noise(96, 128, 1);
    private static final RegionOfInterest REGION = new RegionOfInterest(40, 48, 16, 16);
    private static final Window WHOLE = Window.whole(96, 128);

    /** Rows 40 - 3 to 56 + 3 and columns 48 - 3 to 64 + 3, rounded to blocks of 8. */
    private static final Window AROUND_REGION = new Window(32, 40, 32, 32);

    private static final float ROUNDING = 1e-6f;

    @Test
    void boundedNetworkIsCroppedToItsSupport() throws Exception {
        SegmentationModel model = TestModel.load("bounded");
        ReachableCase reachable = reachable(model, subject(IMAGE, REGION, 8));
        assertEquals(AROUND_REGION, reachable.support().window());
        assertEquals(AROUND_REGION, reachable.kept());
        assertEquals(4 * 4 - 4, reachable.probed().blocks().size());
        assertEquals(12 * 16 - 16, reachable.unreachable().size());
        assertEquals(new RegionOfInterest(8, 8, 16, 16), reachable.probed().region());
        assertSameEffects(model, subject(IMAGE, REGION, 8), reachable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"globally-pooled", "attention"})
    void networkInWhichAllReachesAllIsLeftAlone(String name) throws Exception {
        ReachableCase reachable = reachable(TestModel.load(name), subject(IMAGE, REGION, 8));
        assertLeftAlone(reachable);
        assertEquals(4, reachable.forwards());
    }

    @Test
    void networkThatSwallowsNaNIsNotTrusted() throws Exception {
        SegmentationModel model = TestModel.load("swallows-nan");
        assertFalse(model.reachedFromOutside(IMAGE, REGION, AROUND_REGION));
        assertLeftAlone(reachable(model, subject(IMAGE, REGION, 8)));
    }

    @Test
    void supportAtTheOtherBorderIsPartOfTheWindow() throws Exception {
        SegmentationModel model = TestModel.load("rolled");
        ProbedCase atTheTop = subject(IMAGE, new RegionOfInterest(0, 48, 16, 16), 8);
        ReachableCase reachable = reachable(model, atTheTop);
        assertEquals(new Window(0, 40, 96, 32), reachable.support().window());
        assertSameEffects(model, atTheTop, reachable);
    }

    @Test
    void cropStartsWhereTheNetworkStartsItsTiles() throws Exception {
        SegmentationModel model = TestModel.load("stride-16");
        ReachableCase reachable = reachable(model, subject(IMAGE, REGION, 8));
        assertEquals(AROUND_REGION, reachable.support().window());
        assertEquals(new Window(32, 32, 32, 48), reachable.kept());
        assertSameEffects(model, subject(IMAGE, REGION, 8), reachable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"knows-its-place", "one-size"})
    void networkThatTellsAPartFromTheWholeGetsNoCrop(String name) throws Exception {
        SegmentationModel model = TestModel.load(name);
        ReachableCase reachable = reachable(model, subject(IMAGE, REGION, 8));
        assertEquals(AROUND_REGION, reachable.support().window());
        assertEquals(WHOLE, reachable.kept());
        assertEquals(IMAGE, reachable.probed().image());
        assertEquals(REGION, reachable.probed().region());
        assertEquals(12, reachable.probed().blocks().size());
        assertSameEffects(model, subject(IMAGE, REGION, 8), reachable);
    }

    @ParameterizedTest
    @CsvSource({"8, 74, 106", "12, 36, 48", "7, 40, 48", "16, 0, 0"})
    void blocksOfEverySizeStayWhole(int side, int top, int left) throws Exception {
        SegmentationModel model = TestModel.load("bounded");
        ProbedCase subject = subject(TestModel.noise(92, 124, 2), new RegionOfInterest(top, left, 16, 16), side);
        ReachableCase reachable = reachable(model, subject);
        assertTrue(reachable.kept().area() < 92 * 124 / 2);
        for (Block block : reachable.probed().blocks()) {
            assertTrue(block.window()
                    .fitsIn(reachable.kept().height(), reachable.kept().width()));
        }
        assertSameEffects(model, subject, reachable);
    }

    @Test
    void modelOfOneInputSizeTakesItsCropToo() throws Exception {
        SegmentationModel model = new TorchScriptLoader(4)
                .load(
                        TestModel.file("bounded"),
                        TestModel.description(
                                Optional.of(new InputSize(96, 128)), TestModel.NONE, TestModel.ONE_CLASS));
        ReachableCase reachable = reachable(model, subject(IMAGE, REGION, 8));
        assertEquals(AROUND_REGION, reachable.kept());
        Image part = reachable.probed().image();
        assertEquals(
                "the image is 32x32, the model takes 96x128",
                assertThrows(ModelRejectedException.class, () -> model.segment(part))
                        .getMessage());
    }

    @Test
    void whatIsRememberedCostsTheSame() throws Exception {
        SegmentationModel model = TestModel.load("bounded");
        RegionSupports supports = new RegionSupports();
        ReachableCase first = supports.reachable(model, subject(IMAGE, REGION, 8), bank(8), Leeway.ENDLESS);
        ReachableCase again =
                supports.reachable(model, subject(TestModel.noise(96, 128, 9), REGION, 8), bank(8), Leeway.ENDLESS);
        assertEquals(first.kept(), again.kept());
        assertEquals(first.unreachable(), again.unreachable());
        assertEquals(first.forwards(), again.forwards());
        assertNotEquals(
                first.probed().image().at(0, 0, 0), again.probed().image().at(0, 0, 0));
    }

    @Test
    void whatOneImageShowsIsProvenOnTheNext() throws Exception {
        SegmentationModel model = TestModel.load("looks-far-at-bright");
        ProbedCase dark = subject(dark(), REGION, 8);
        ProbedCase bright = subject(brightAt(REGION.y() + 4, REGION.x() + 4), REGION, 8);
        RegionSupports supports = new RegionSupports();
        assertEquals(
                AROUND_REGION,
                supports.reachable(model, dark, bank(8), Leeway.ENDLESS)
                        .support()
                        .window());

        ReachableCase reachable = supports.reachable(model, bright, bank(8), Leeway.ENDLESS);

        assertEquals(reachable(model, bright).support(), reachable.support());
        assertEquals(0, reachable.support().window().y());
        assertSameEffects(model, bright, reachable);
    }

    /** The other way round: what is true but larger than needed is no answer. */
    @Test
    void whatOneImageNeedsIsNotLeftToTheNext() throws Exception {
        SegmentationModel model = TestModel.load("looks-far-at-bright");
        ProbedCase dark = subject(dark(), REGION, 8);
        RegionSupports supports = new RegionSupports();
        ProbedCase bright = subject(brightAt(REGION.y() + 4, REGION.x() + 4), REGION, 8);
        assertEquals(
                new Window(0, 40, 64, 32),
                supports.reachable(model, bright, bank(8), Leeway.ENDLESS)
                        .support()
                        .window());

        ReachableCase reachable = supports.reachable(model, dark, bank(8), Leeway.ENDLESS);

        ReachableCase alone = reachable(model, dark);
        assertEquals(AROUND_REGION, reachable.support().window());
        assertEquals(alone.support(), reachable.support());
        assertEquals(alone.kept(), reachable.kept());
        assertEquals(alone.forwards(), reachable.forwards());
    }

    /** Whatever part of the search it is that fails. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 15, 20, 25})
    void aFailureIsNotRemembered(int failing) throws Exception {
        SegmentationModel model = TestModel.load("bounded");
        ProbedCase subject = subject(IMAGE, REGION, 8);
        RegionSupports supports = new RegionSupports();
        FailingModel fails = new FailingModel(model, failing);
        supports.reachable(fails, subject, bank(8), Leeway.ENDLESS);
        assertTrue(fails.failed());

        ReachableCase reachable = supports.reachable(model, subject, bank(8), Leeway.ENDLESS);

        assertEquals(AROUND_REGION, reachable.support().window());
        assertEquals(AROUND_REGION, reachable.kept());
        assertEquals(reachable(model, subject).forwards(), reachable.forwards());
    }

    @Test
    void aSearchThatCannotPayIsNotBegun() throws Exception {
        ProbedCase fewBlocks = subject(IMAGE, new RegionOfInterest(32, 32, 32, 32), 32);
        ReachableCase reachable =
                new RegionSupports().reachable(TestModel.load("bounded"), fewBlocks, bank(32), passes -> passes <= 10);
        assertEquals(0, reachable.forwards());
        assertEquals(fewBlocks, reachable.probed());
    }

    @Test
    void aSearchThatTakesTooLongIsGivenUpAndForgotten() throws Exception {
        SegmentationModel model = TestModel.load("bounded");
        ProbedCase fewBlocks = subject(IMAGE, new RegionOfInterest(32, 32, 32, 32), 32);
        int[] asked = {0};
        RegionSupports supports = new RegionSupports();

        ReachableCase reachable = supports.reachable(model, fewBlocks, bank(32), passes -> asked[0]++ < 3);

        assertEquals(fewBlocks, reachable.probed());
        assertEquals(6, reachable.forwards(), "a third of 11 blocks, and two more passes that the leeway allowed");
        assertEquals(
                reachable(model, fewBlocks).forwards(),
                supports.reachable(model, fewBlocks, bank(32), Leeway.ENDLESS).forwards());
    }

    @Test
    void aSearchThatCostsLessThanTheBlocksGoesOnWhateverTheBudget() throws Exception {
        SegmentationModel model = TestModel.load("bounded");
        Image large = TestModel.noise(192, 192, 1);
        ProbedCase manyBlocks = subject(large, new RegionOfInterest(96, 96, 16, 16), 8);
        ReachableCase reachable = new RegionSupports().reachable(model, manyBlocks, bank(8), passes -> false);
        assertEquals(new Window(88, 88, 32, 32), reachable.kept());
    }

    @Test
    void interruptionEndsTheSearch() throws Exception {
        SegmentationModel model = TestModel.load("bounded");
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> reachable(model, subject(IMAGE, REGION, 8)));
    }

    private static void assertLeftAlone(ReachableCase reachable) {
        assertEquals(WHOLE, reachable.support().window());
        assertEquals(WHOLE, reachable.kept());
        assertEquals(List.of(), reachable.unreachable());
        assertEquals(subject(IMAGE, REGION, 8).blocks(), reachable.probed().blocks());
    }

    /**
     * Every block, on the whole image and as it is probed; some of those that can't reach the region on the
     * whole image alone.
     */
    private static void assertSameEffects(SegmentationModel model, ProbedCase subject, ReachableCase reachable)
            throws ModelRejectedException {
        int side = subject.blocks().stream().mapToInt(Block::height).max().orElseThrow();
        List<Block> reaching = new ArrayList<>(subject.blocks());
        reaching.removeAll(reachable.unreachable());
        ProbedCase probed = reachable.probed();
        assertEquals(reaching.size(), probed.blocks().size());
        for (int i = 0; i < reaching.size(); i++) {
            assertEquals(reaching.get(i).index(), probed.blocks().get(i).index());
            assertArrayEquals(
                    output(model, subject.image(), subject.region(), reaching.get(i), side),
                    output(
                            model,
                            probed.image(),
                            probed.region(),
                            probed.blocks().get(i),
                            side),
                    ROUNDING);
        }
        float[] unperturbed =
                model.segment(subject.image()).crop(subject.region()).probabilities();
        for (int i = 0; i < reachable.unreachable().size(); i += 11) {
            Block block = reachable.unreachable().get(i);
            assertArrayEquals(unperturbed, output(model, subject.image(), subject.region(), block, side));
        }
    }

    private static float[] output(SegmentationModel model, Image image, RegionOfInterest region, Block block, int side)
            throws ModelRejectedException {
        try (Probe probe = model.probe(image, region, bank(side))) {
            return probe.regionProbabilities(List.of(new Intervention(block, block.index() % 3)));
        }
    }

    private static ReachableCase reachable(SegmentationModel model, ProbedCase subject) throws InterruptedException {
        int side = subject.blocks().get(0).height();
        return new RegionSupports().reachable(model, subject, bank(side), Leeway.ENDLESS);
    }

    private static ProbedCase subject(Image image, RegionOfInterest region, int side) {
        return new ProbedCase(image, region, new BlockGrid(image.height(), image.width(), side).treated(region));
    }

    /** No pixel is bright. */
    private static Image dark() {
        float[] pixels = IMAGE.pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] *= 0.5f;
        }
        return new Image(96, 128, 3, pixels);
    }

    /** Dark, but for one pixel. */
    private static Image brightAt(int y, int x) {
        float[] pixels = dark().pixels().clone();
        for (int channel = 0; channel < 3; channel++) {
            pixels[(channel * 96 + y) * 128 + x] = 1;
        }
        return new Image(96, 128, 3, pixels);
    }

    private static PatchBank bank(int side) {
        List<float[]> patches = Stream.of(101, 102, 103)
                .map(seed -> Arrays.copyOf(TestModel.noise(side, side, seed).pixels(), 3 * side * side))
                .toList();
        return new PatchBank(side, 3, patches, "0".repeat(64));
    }
}
