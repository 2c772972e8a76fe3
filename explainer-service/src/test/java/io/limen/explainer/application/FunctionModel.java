package io.limen.explainer.application;

import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.ProbabilityMap;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.PatchBank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A model made of a function from image to probabilities, which it applies to each perturbed image in full. */
final class FunctionModel implements SegmentationModel, ModelRepository.RepositoryModel {

    private final ModelDescription description;
    private final PatchBank bank;
    private final Function<Image, float[]> function;
    private final int batchSize;
    private final List<List<Intervention>> batches = new ArrayList<>();
    private boolean closed;

    FunctionModel(PatchBank bank, int batchSize, Function<Image, float[]> function) {
        this(description(Optional.empty(), bank.channels()), bank, batchSize, function);
    }

    FunctionModel(ModelDescription description, PatchBank bank, int batchSize, Function<Image, float[]> function) {
        this.description = description;
        this.bank = bank;
        this.batchSize = batchSize;
        this.function = function;
    }

    static ModelDescription description(Optional<ModelDescription.InputSize> inputSize, int channels) {
        return new ModelDescription(
                new ModelId("function", "1"),
                "5".repeat(64),
                inputSize,
                channels,
                new ModelDescription.Normalisation(new float[channels], ones(channels)),
                new ModelDescription.Output(ModelDescription.Output.Kind.PROBABILITIES, 1, 0),
                0.5);
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Batches asked for, in order. */
    List<List<Intervention>> batches() {
        return batches;
    }

    long interventions() {
        return batches.stream().mapToLong(List::size).sum();
    }

    boolean closed() {
        return closed;
    }

    @Override
    public SegmentationModel model() {
        return this;
    }

    @Override
    public PatchBank bank(int blockSize, String excludedImageSha256) {
        return bank;
    }

    @Override
    public ModelDescription description() {
        return description;
    }

    @Override
    public ProbabilityMap segment(Image image) {
        return new ProbabilityMap(image.height(), image.width(), function.apply(image));
    }

    @Override
    public Probe probe(Image image, RegionOfInterest region, PatchBank donors) {
        return new Probe() {
            @Override
            public int batchSize() {
                return batchSize;
            }

            @Override
            public float[] regionProbabilities(List<Intervention> interventions) {
                batches.add(interventions);
                float[] result =
                        new float[interventions.size() * region.bounds().area()];
                for (int i = 0; i < interventions.size(); i++) {
                    Image treated = treated(image, interventions.get(i), donors);
                    crop(segment(treated), region, result, i * region.bounds().area());
                }
                return result;
            }

            @Override
            public void close() {
                closed = true;
            }
        };
    }

    static Image treated(Image image, Intervention intervention, PatchBank donors) {
        Block block = intervention.block();
        float[] patch = donors.patches().get(intervention.donor());
        int side = donors.blockSize();
        float[] pixels = image.pixels().clone();
        for (int channel = 0; channel < image.channels(); channel++) {
            for (int y = 0; y < block.height(); y++) {
                int target = (channel * image.height() + block.y() + y) * image.width() + block.x();
                System.arraycopy(patch, (channel * side + y) * side, pixels, target, block.width());
            }
        }
        return new Image(image.height(), image.width(), image.channels(), pixels);
    }

    private static void crop(ProbabilityMap map, RegionOfInterest region, float[] target, int start) {
        for (int y = 0; y < region.height(); y++) {
            int source = (region.y() + y) * map.width() + region.x();
            System.arraycopy(map.probabilities(), source, target, start + y * region.width(), region.width());
        }
    }

    /** A mask whose rows from {@code top} on are foreground. */
    static Mask lowerPart(int height, int width, int top) {
        boolean[] foreground = new boolean[height * width];
        Arrays.fill(foreground, top * width, foreground.length, true);
        return new Mask(height, width, foreground);
    }
}
