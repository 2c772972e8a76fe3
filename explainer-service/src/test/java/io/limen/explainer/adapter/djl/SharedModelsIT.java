package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.limen.explainer.application.ModelDescription.Output;
import io.limen.explainer.application.ModelDescription.Output.Kind;
import io.limen.explainer.application.RegionGradients;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.application.SegmentationModel.Probe;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.ProbabilityMap;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.PatchBank;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trained models of four families on a real image; skipped where they do not lie beside the checkout. */
class SharedModelsIT {

    private static final Path SHARED = Path.of("../../shared");
    private static final int SIDE = 8;

    @ParameterizedTest
    @ValueSource(strings = {"unet", "segformer", "unext", "scanunet"})
    void trainedModelSegmentsAndIsProbed(String name) throws Exception {
        Path file = SHARED.resolve("models").resolve(name + ".pt");
        assumeTrue(Files.isRegularFile(file), "skipped: no " + file.getFileName() + " in ../shared/models");
        SegmentationModel model = new TorchScriptLoader(8)
                .load(file, TestModel.description(Optional.empty(), TestModel.NONE, new Output(Kind.AUTO, 1, 0)));
        Path image = first(SHARED.resolve("data/ham10000-256/images"));
        Image lesion = read(image);
        float[] found = model.segment(lesion).probabilities();
        assertEquals(Kind.PROBABILITIES, model.description().output().kind());
        Image mask = read(first(SHARED.resolve("data/ham10000-256/masks")));
        assertTrue(dice(found, mask.pixels()) > 0.7, () -> "Dice " + dice(found, mask.pixels()));
        assertProbeAgrees(model, lesion);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unet", "segformer", "unext", "scanunet"})
    void trainedModelFollowsItsGradient(String name) throws Exception {
        Path file = SHARED.resolve("models").resolve(name + ".pt");
        assumeTrue(Files.isRegularFile(file), "skipped: no " + file.getFileName() + " in ../shared/models");
        SegmentationModel model = new TorchScriptLoader(8)
                .load(file, TestModel.description(Optional.empty(), TestModel.NONE, new Output(Kind.AUTO, 1, 0)));
        Image lesion = read(first(SHARED.resolve("data/ham10000-256/images")));
        RegionOfInterest region = new RegionOfInterest(104, 120, 32, 32);
        float[] ones = new float[region.area()];
        Arrays.fill(ones, 1);
        try (RegionGradients gradients = model.gradients(lesion, region).orElseThrow()) {
            float[] gradient = gradients.of(new float[][] {ones})[0];
            double expected = 0;
            float step = 1e-3f;
            float[] up = lesion.pixels().clone();
            float[] down = up.clone();
            for (int i = 0; i < gradient.length; i++) {
                up[i] += step * Math.signum(gradient[i]);
                down[i] -= step * Math.signum(gradient[i]);
                expected += 2 * step * Math.abs(gradient[i]);
            }
            double found = sum(model.segment(new Image(256, 256, 3, up)).crop(region))
                    - sum(model.segment(new Image(256, 256, 3, down)).crop(region));
            // the square of the step, and kinks of the activations
            assertEquals(expected, found, 0.05 * expected);
        }
    }

    private static double sum(ProbabilityMap map) {
        double sum = 0;
        for (float probability : map.probabilities()) {
            sum += probability;
        }
        return sum;
    }

    private static void assertProbeAgrees(SegmentationModel model, Image lesion) throws Exception {
        float[] black = new float[3 * SIDE * SIDE];
        PatchBank bank = new PatchBank(SIDE, 3, List.of(black), "0".repeat(64));
        RegionOfInterest region = new RegionOfInterest(104, 120, 32, 32);
        BlockGrid grid = new BlockGrid(256, 256, SIDE);
        List<Intervention> interventions = new ArrayList<>();
        for (int index : new int[] {0, 31, 400, 431, 500, 700, 1000, 1023}) {
            interventions.add(new Intervention(grid.block(index), 0));
        }
        try (Probe probe = model.probe(lesion, region, bank)) {
            float[] probed = probe.regionProbabilities(interventions);
            for (int i = 0; i < interventions.size(); i++) {
                Block block = interventions.get(i).block();
                float[] byHand = model.segment(blackened(lesion, block)).probabilities();
                for (int row = 0; row < region.height(); row++) {
                    for (int column = 0; column < region.width(); column++) {
                        assertEquals(
                                byHand[(region.y() + row) * 256 + region.x() + column],
                                probed[i * region.area() + row * region.width() + column],
                                1e-4f);
                    }
                }
            }
        }
    }

    private static Image blackened(Image image, Block block) {
        float[] pixels = image.pixels().clone();
        for (int channel = 0; channel < 3; channel++) {
            for (int row = block.y(); row < block.y() + block.height(); row++) {
                int start = (channel * image.height() + row) * image.width() + block.x();
                Arrays.fill(pixels, start, start + block.width(), 0);
            }
        }
        return new Image(image.height(), image.width(), 3, pixels);
    }

    private static double dice(float[] probabilities, float[] mask) {
        int both = 0;
        int sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            boolean predicted = probabilities[i] > 0.5;
            boolean actual = mask[i] > 0.5;
            both += predicted && actual ? 1 : 0;
            sum += (predicted ? 1 : 0) + (actual ? 1 : 0);
        }
        return 2.0 * both / sum;
    }

    private static Path first(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().findFirst().orElseThrow();
        }
    }

    private static Image read(Path file) throws Exception {
        BufferedImage decoded = ImageIO.read(file.toFile());
        int height = decoded.getHeight();
        int width = decoded.getWidth();
        float[] pixels = new float[3 * height * width];
        for (int i = 0; i < height * width; i++) {
            for (int channel = 0; channel < 3; channel++) {
                pixels[channel * height * width + i] = decoded.getRaster()
                                .getSample(
                                        i % width,
                                        i / width,
                                        channel % decoded.getRaster().getNumBands())
                        / 255f;
            }
        }
        return new Image(height, width, 3, pixels);
    }
}
