package io.limen.explainer.application.evaluate.method;

import io.limen.explainer.application.CaseToExplain;
import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ModelRepository.RepositoryModel;
import io.limen.explainer.application.RegionGradients;
import io.limen.explainer.application.RegionSelection;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.ProbabilityMap;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.DonorHalf;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.PatchBank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A model of which all is known: every pixel of the region has a logit of its own plus the sum over some blocks of weight x mean brightness of
 * the block. The picture is bright everywhere, donors are darker, and the region is the object: a block of positive weight supports the
 * region, one of negative weight hinders it, and all others are nothing to it. Outside the region nothing is ever segmented.
 */
public final class WeightedBlocks implements SegmentationModel, RepositoryModel {

    public static final int SIZE = 48;
    public static final int BLOCK = 8;
    public static final RegionOfInterest REGION = new RegionOfInterest(16, 16, 16, 16);

    private static final float BRIGHT = 0.9f;
    private static final BlockGrid GRID = new BlockGrid(SIZE, SIZE, BLOCK);

    private final Map<Integer, Double> weights;
    private final double[] offsets;
    private final boolean differentiable;

    /** @param weights by the block's index in the grid of 6 x 6 */
    public WeightedBlocks(Map<Integer, Double> weights) {
        this(weights, true);
    }

    WeightedBlocks(Map<Integer, Double> weights, boolean differentiable) {
        this.weights = Map.copyOf(weights);
        this.differentiable = differentiable;
        double sum = weights.values().stream().mapToDouble(w -> w * BRIGHT).sum();
        // in the unperturbed picture three quarters of the region are segmented
        this.offsets = new Random(9)
                .doubles(REGION.area(), -1, 3)
                .map(logit -> logit - sum)
                .toArray();
    }

    /** The case that the model is asked about. */
    public static MethodCase subject(WeightedBlocks model) throws ModelRejectedException {
        return MethodCase.of(caseToExplain(), model, REGION, BLOCK);
    }

    public static CaseToExplain caseToExplain() {
        float[] pixels = new float[SIZE * SIZE];
        Arrays.fill(pixels, BRIGHT);
        return new CaseToExplain(
                new Image(SIZE, SIZE, 1, pixels),
                "a".repeat(64),
                Optional.empty(),
                Optional.of(REGION.within(SIZE, SIZE)),
                new RegionSelection.BoundaryWindow());
    }

    /** Where a block of the grid lies among the treated ones. */
    public static int position(MethodCase subject, int index) {
        for (int i = 0; i < subject.blocks().size(); i++) {
            if (subject.blocks().get(i).index() == index) {
                return i;
            }
        }
        throw new AssertionError("block " + index + " is not treated");
    }

    @Override
    public SegmentationModel model() {
        return this;
    }

    @Override
    public PatchBank bank(int blockSize, String excludedImageSha256) {
        List<float[]> patches = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            float[] patch = new float[blockSize * blockSize];
            Arrays.fill(patch, i / 60f);
            patches.add(patch);
        }
        return new PatchBank(blockSize, 1, patches, "b".repeat(64));
    }

    @Override
    public PatchBank bank(int blockSize, String excludedImageSha256, DonorHalf half) {
        PatchBank all = bank(blockSize, excludedImageSha256);
        List<float[]> patches = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (half.holds(i)) {
                patches.add(all.patches().get(i));
            }
        }
        return new PatchBank(blockSize, 1, patches, (half == DonorHalf.ODD ? "c" : "d").repeat(64));
    }

    @Override
    public ModelDescription description() {
        return new ModelDescription(
                new ModelId("weighted", "1"),
                "5".repeat(64),
                Optional.empty(),
                1,
                new ModelDescription.Normalisation(new float[1], new float[] {1}),
                new ModelDescription.Output(ModelDescription.Output.Kind.PROBABILITIES, 1, 0),
                0.5);
    }

    @Override
    public ProbabilityMap segment(Image image) {
        double common = 0;
        for (Map.Entry<Integer, Double> one : weights.entrySet()) {
            common += one.getValue() * mean(image, GRID.block(one.getKey()));
        }
        float[] probabilities = new float[SIZE * SIZE];
        for (int i = 0; i < offsets.length; i++) {
            int y = REGION.y() + i / REGION.width();
            int x = REGION.x() + i % REGION.width();
            probabilities[y * SIZE + x] = (float) (1 / (1 + Math.exp(-common - offsets[i])));
        }
        return new ProbabilityMap(SIZE, SIZE, probabilities);
    }

    private static double mean(Image image, Block block) {
        double sum = 0;
        for (float value : image.crop(block.window()).pixels()) {
            sum += value;
        }
        return sum / block.window().area();
    }

    @Override
    public Probe probe(Image image, RegionOfInterest region, PatchBank bank) {
        return new Probe() {
            @Override
            public int batchSize() {
                return 8;
            }

            @Override
            public float[] regionProbabilities(List<Intervention> interventions) {
                float[] all = new float[interventions.size() * region.bounds().area()];
                for (int i = 0; i < interventions.size(); i++) {
                    Block block = interventions.get(i).block();
                    float[] pixels = image.pixels().clone();
                    float[] patch = bank.patches().get(interventions.get(i).donor());
                    for (int row = 0; row < block.height(); row++) {
                        System.arraycopy(
                                patch, row * BLOCK, pixels, (block.y() + row) * SIZE + block.x(), block.width());
                    }
                    float[] found = segment(new Image(SIZE, SIZE, 1, pixels))
                            .crop(region)
                            .probabilities();
                    System.arraycopy(found, 0, all, i * found.length, found.length);
                }
                return all;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Optional<RegionGradients> gradients(Image image, RegionOfInterest region) {
        return differentiable ? Optional.of(new Gradients(image, region)) : Optional.empty();
    }

    private final class Gradients implements RegionGradients {

        private final float[] probabilities;

        Gradients(Image image, RegionOfInterest region) {
            this.probabilities = segment(image).crop(region).probabilities();
        }

        @Override
        public float[][] of(float[][] rows) {
            float[][] gradients = new float[rows.length][SIZE * SIZE];
            for (int row = 0; row < rows.length; row++) {
                double byLogit = 0;
                for (int i = 0; i < probabilities.length; i++) {
                    byLogit += rows[row][i] * probabilities[i] * (1 - probabilities[i]);
                }
                for (Map.Entry<Integer, Double> one : weights.entrySet()) {
                    Block block = GRID.block(one.getKey());
                    for (int y = block.y(); y < block.y() + block.height(); y++) {
                        for (int x = block.x(); x < block.x() + block.width(); x++) {
                            gradients[row][y * SIZE + x] = (float)
                                    (byLogit * one.getValue() / block.window().area());
                        }
                    }
                }
            }
            return gradients;
        }

        @Override
        public void close() {}
    }
}
