package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.CaseToExplain;
import io.limen.explainer.application.ExplainCase;
import io.limen.explainer.application.ExplanationOutcome;
import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelDescription.Normalisation;
import io.limen.explainer.application.ModelDescription.Output;
import io.limen.explainer.application.ModelDescription.Output.Kind;
import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.ModelRepository.RepositoryModel;
import io.limen.explainer.application.Progress;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.attribution.AttributionMap;
import io.limen.explainer.domain.attribution.BlockEffect;
import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.RegionEdge;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.DrawSchedule.Published;
import io.limen.explainer.domain.intervention.PatchBank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole explanations of inputs that are not 256x256 RGB, by models in libtorch whose effects are known beforehand. */
class OtherInputsTest {

    private static final int BLOCK = 8;
    private static final RegionOfInterest CORNER = new RegionOfInterest(0, 0, 8, 8);

    /**
     * The model sees the last 5 rows and 3 columns: at 37x51 pixels just the clipped block in the corner, of its donors
     * just their upper left 5x3 pixels. Half of the donors are bright there and dark elsewhere, the others the opposite.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aClippedBlockIsTreatedAtItsTrueSizeInOneChannelAndInThree(int channels) throws Exception {
        List<float[]> patches = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            patches.add(patch(channels, i % 2 == 0 ? 0.9f : 0.2f, i % 2 == 0 ? 0.2f : 0.9f));
        }

        AttributionMap map = explain(
                        load("last-pixels", channels, new Output(Kind.PROBABILITIES, 1, 0)),
                        patches,
                        uniform(37, 51, channels, 0.8f),
                        CORNER)
                .map();

        assertEquals(35 - 1, map.effects().size());
        BlockEffect last = map.effects().get(33);
        assertEquals(new Block(34, 32, 48, 5, 3), last.block());
        assertOnly(map, 34);
        // a dark donor empties the region, a bright one changes nothing: 100 times a share near one half
        assertEquals(-50, last.ate(), 4 * last.standardError());
        assertTrue(last.significant());
        assertEquals(last.ate() / 100, last.areaEffect(), 1e-12);
    }

    /** Softmax: the class competes with its rivals, so that a donor that raises a rival matters as well. */
    @Test
    void ofSeveralClassesTheTargetIsExplainedAgainstTheOthers() throws Exception {
        Image image = uniform(40, 48, 3, 0.2f);
        fill(image, 16, 24, 0.8f);
        List<float[]> patches = List.of(patch(3, 0.95f, 0.95f), patch(3, 0.1f, 0.1f));
        RegionOfInterest region = new RegionOfInterest(0, 16, 8, 8);

        Explanation third = explain(load("rivals", 3, new Output(Kind.LOGITS, 3, 2)), patches, image, region);
        Explanation first = explain(load("rivals", 3, new Output(Kind.LOGITS, 3, 0)), patches, image, region);

        // class 2 has the region; it loses it to class 1 when block 0 turns bright and to class 0 when its own turns
        // dark
        assertOnly(third.map(), 0, 2 * 6 + 3);
        assertEquals(1, third.prediction().foreground()[20] ? 1 : 0);
        // class 0 has nothing and gains the region only where class 2's block turns dark
        assertOnly(first.map(), 2 * 6 + 3);
        BlockEffect own = first.map().cells().get(2 * 6 + 3).orElseThrow();
        assertTrue(own.areaEffect() > 0.3, () -> "area " + own.areaEffect());
    }

    /** The kernel reaches 2 pixels: nothing further from the region has any effect, and something near has. */
    @ParameterizedTest
    @CsvSource({
        "512, 512, 64, 256, 192, 64, 64",
        "512, 512, 64, 448, 448, 64, 64",
        "96, 160, 8, 48, 8, 16, 32",
        "61, 83, 8, 48, 72, 13, 11",
        "61, 83, 8, 0, 72, 8, 11",
        "61, 83, 16, 0, 0, 61, 16"
    })
    void anEffectReachesAsFarAsTheKernelAtAnySize(
            int height, int width, int block, int y, int x, int regionHeight, int regionWidth) throws Exception {
        RegionOfInterest region = new RegionOfInterest(y, x, regionHeight, regionWidth);

        assertReach(explainSmooth(height, width, block, region).map());
    }

    @ParameterizedTest
    @ValueSource(strings = {"along two borders", "ring", "two corners"})
    void aMaskRegionIsReachedFromAsFarAsTheKernel(String shape) throws Exception {
        boolean[] foreground = new boolean[61 * 83];
        for (int i = 0; i < foreground.length; i++) {
            int row = i / 83;
            int column = i % 83;
            foreground[i] = switch (shape) {
                case "ring" -> Math.abs(Math.hypot(row - 30, column - 40) - 24) < 3;
                case "two corners" -> row + column < 9 || row + column > 134;
                default -> row < 8 || column >= 80;
            };
        }
        RegionOfInterest region =
                RegionOfInterest.foregroundOf(new Mask(61, 83, foreground)).orElseThrow();

        Explanation explanation = explainSmooth(61, 83, 8, region);

        assertReach(explanation.map());
        assertEquals(
                explanation.map().grid().size()
                        - explanation.map().cells().stream()
                                .filter(Optional::isEmpty)
                                .count(),
                explanation.map().effects().size());
    }

    private static Explanation explainSmooth(int height, int width, int block, RegionOfInterest region)
            throws Exception {
        List<float[]> patches = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            patches.add(TestModel.noise(block, block, 50 + i).pixels());
        }
        return explain(
                TestModel.load("smooth"),
                new PatchBank(block, 3, patches, "b".repeat(64)),
                TestModel.noise(height, width, 9),
                region,
                new Published(2, 6, 0.02));
    }

    private static void assertReach(AttributionMap map) {
        RegionEdge edge = new RegionEdge(map.region());
        int near = 0;
        for (BlockEffect effect : map.effects()) {
            Block block = effect.block();
            RegionEdge.Gap gap = edge.from(block.y(), block.x(), block.height(), block.width());
            if (Math.max(Math.abs(gap.down()), Math.abs(gap.right())) >= 2) {
                assertEquals(0, effect.ate(), () -> "far block " + block);
                assertEquals(0, effect.areaEffect(), () -> "far block " + block);
                assertEquals(0, effect.standardError(), () -> "far block " + block);
            } else {
                near += effect.standardError() > 0 ? 1 : 0;
            }
        }
        assertTrue(near > 0, "no effect near the region");
    }

    private static void assertOnly(AttributionMap map, Integer... blocks) {
        List<Integer> moved = map.effects().stream()
                .filter(effect -> effect.ate() != 0 || effect.standardError() != 0)
                .map(effect -> effect.block().index())
                .toList();
        assertEquals(List.of(blocks), moved);
    }

    private static SegmentationModel load(String name, int channels, Output output) throws Exception {
        float[] std = new float[channels];
        Arrays.fill(std, 1);
        return new TorchScriptLoader(7)
                .load(
                        TestModel.file(name),
                        new ModelDescription(
                                new ModelId(name, "1"),
                                "0".repeat(64),
                                Optional.empty(),
                                channels,
                                new Normalisation(new float[channels], std),
                                output,
                                0.5));
    }

    private static Explanation explain(
            SegmentationModel model, List<float[]> patches, Image image, RegionOfInterest region) {
        PatchBank bank = new PatchBank(BLOCK, image.channels(), patches, "b".repeat(64));
        return explain(model, bank, image, region, new Published(8, 30, 0.02));
    }

    private static Explanation explain(
            SegmentationModel model, PatchBank bank, Image image, RegionOfInterest region, Published schedule) {
        CaseToExplain subject = new CaseToExplain(
                colours(image), "a".repeat(64), Optional.empty(), Optional.empty(), Optional.of(region));
        ExplanationOutcome outcome = new ExplainCase(() -> 0)
                .explain(
                        subject,
                        new Banked(model, bank),
                        new ExplanationSettings(bank.blockSize(), 32, schedule, 5, Budget.UNLIMITED),
                        Progress.SILENT);
        if (outcome instanceof ExplanationOutcome.Explained explained) {
            return explained.explanation();
        }
        throw new AssertionError(outcome.toString());
    }

    /** Cases come as RGB; a gray image's luminance is its value. */
    private static Image colours(Image image) {
        if (image.channels() == 3) {
            return image;
        }
        float[] rgb = new float[3 * image.pixels().length];
        for (int channel = 0; channel < 3; channel++) {
            System.arraycopy(image.pixels(), 0, rgb, channel * image.pixels().length, image.pixels().length);
        }
        return new Image(image.height(), image.width(), 3, rgb);
    }

    private static Image uniform(int height, int width, int channels, float value) {
        float[] pixels = new float[channels * height * width];
        Arrays.fill(pixels, value);
        return new Image(height, width, channels, pixels);
    }

    /** Fills one block in all channels. */
    private static void fill(Image image, int y, int x, float value) {
        for (int channel = 0; channel < image.channels(); channel++) {
            for (int row = y; row < y + BLOCK; row++) {
                int start = (channel * image.height() + row) * image.width() + x;
                Arrays.fill(image.pixels(), start, start + BLOCK, value);
            }
        }
    }

    /** One value in the upper left 5x3 pixels, another elsewhere. */
    private static float[] patch(int channels, float corner, float elsewhere) {
        float[] patch = new float[channels * BLOCK * BLOCK];
        for (int i = 0; i < patch.length; i++) {
            int row = i / BLOCK % BLOCK;
            patch[i] = row < 5 && i % BLOCK < 3 ? corner : elsewhere;
        }
        return patch;
    }

    /** A model with its donors. */
    private record Banked(SegmentationModel model, PatchBank donors) implements RepositoryModel {
        @Override
        public PatchBank bank(int blockSize, String excludedImageSha256) {
            return donors;
        }
    }
}
