package io.limen.explainer.application.bench;

import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelDescription.InputSize;
import io.limen.explainer.application.ModelDescription.Normalisation;
import io.limen.explainer.application.ModelDescription.Output;
import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.ModelRepository.RepositoryModel;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.ProbabilityMap;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.PatchBank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A model of gray images of 64x64 that fills the picture from the top down to a level: the darker the picture, the deeper.
 * Blocks weigh less and less from the first on, so that a few matter much and most not at all. Its bank has 40 patches, each
 * of one gray value.
 */
public final class LevelModel implements SegmentationModel, RepositoryModel {

    static final int SIZE = 64;
    static final int BLOCK = 8;
    static final int DONORS = 40;

    private final double deepest;
    private long forwards;

    /** @param deepest level of a black picture, in [0,1] */
    public LevelModel(double deepest) {
        this.deepest = deepest;
    }

    static Image black() {
        return new Image(SIZE, SIZE, 1, new float[SIZE * SIZE]);
    }

    /** Images that went through it. */
    long forwards() {
        return forwards;
    }

    @Override
    public SegmentationModel model() {
        return this;
    }

    @Override
    public ModelDescription description() {
        return new ModelDescription(
                new ModelId("level", "1"),
                "5".repeat(64),
                Optional.of(new InputSize(SIZE, SIZE)),
                1,
                new Normalisation(new float[1], new float[] {1}),
                new Output(Output.Kind.PROBABILITIES, 1, 0),
                0.5);
    }

    @Override
    public PatchBank bank(int blockSize, String excludedImageSha256) {
        List<float[]> patches = new ArrayList<>();
        for (int donor = 0; donor < DONORS; donor++) {
            float[] patch = new float[blockSize * blockSize];
            Arrays.fill(patch, (donor + 0.5f) / DONORS);
            patches.add(patch);
        }
        return new PatchBank(blockSize, 1, patches, "b".repeat(64));
    }

    @Override
    public ProbabilityMap segment(Image image) {
        forwards++;
        double sum = 0;
        double total = 0;
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                double weight = Math.exp(-(y / BLOCK * (SIZE / BLOCK) + x / BLOCK) / 6.0);
                sum += weight * image.at(0, y, x);
                total += weight;
            }
        }
        float[] probabilities = new float[SIZE * SIZE];
        int filled = (int) (SIZE * SIZE * Math.max(0, deepest - sum / total / 2));
        Arrays.fill(probabilities, 0, filled, 1);
        return new ProbabilityMap(SIZE, SIZE, probabilities);
    }

    @Override
    public Probe probe(Image image, RegionOfInterest region, PatchBank donors) {
        return new Probe() {
            @Override
            public int batchSize() {
                return 7;
            }

            @Override
            public float[] regionProbabilities(List<Intervention> interventions) {
                int area = region.bounds().area();
                float[] result = new float[interventions.size() * area];
                for (int i = 0; i < interventions.size(); i++) {
                    ProbabilityMap output = segment(treated(image, interventions.get(i), donors));
                    System.arraycopy(output.crop(region).probabilities(), 0, result, i * area, area);
                }
                return result;
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }

    static Image treated(Image image, Intervention intervention, PatchBank donors) {
        float[] pixels = image.pixels().clone();
        float[] patch = donors.patches().get(intervention.donor());
        for (int y = 0; y < BLOCK; y++) {
            int target =
                    (intervention.block().y() + y) * SIZE + intervention.block().x();
            System.arraycopy(patch, y * BLOCK, pixels, target, BLOCK);
        }
        return new Image(SIZE, SIZE, 1, pixels);
    }
}
