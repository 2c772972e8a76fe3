package io.limen.explainer.application.stream;

import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelDescription.InputSize;
import io.limen.explainer.application.ModelDescription.Normalisation;
import io.limen.explainer.application.ModelDescription.Output;
import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ModelRepository;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.ProbabilityMap;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.PatchBank;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A model that segments what is bright, on 16x16 gray pixels; no intervention changes anything. */
public final class HalfBrightModel implements SegmentationModel, ModelRepository.RepositoryModel {

    public static final ModelId ID = new ModelId("half", "1");
    public static final int SIZE = 16;
    public static final int BLOCK = 4;

    /** What happens at every forward pass. */
    interface Mood {
        void forward() throws ModelRejectedException;
    }

    final AtomicInteger segmented = new AtomicInteger();
    private final Mood mood;

    HalfBrightModel(Mood mood) {
        this.mood = mood;
    }

    public HalfBrightModel() {
        this(() -> {});
    }

    @Override
    public SegmentationModel model() {
        return this;
    }

    @Override
    public PatchBank bank(int blockSize, String excludedImageSha256) {
        return new PatchBank(blockSize, 1, List.of(new float[blockSize * blockSize]), "b".repeat(64));
    }

    @Override
    public ModelDescription description() {
        return new ModelDescription(
                ID,
                "c".repeat(64),
                Optional.of(new InputSize(SIZE, SIZE)),
                1,
                new Normalisation(new float[1], new float[] {1}),
                new Output(Output.Kind.PROBABILITIES, 1, 0),
                0.5);
    }

    @Override
    public ProbabilityMap segment(Image image) throws ModelRejectedException {
        mood.forward();
        segmented.incrementAndGet();
        return new ProbabilityMap(SIZE, SIZE, Arrays.copyOf(image.pixels(), SIZE * SIZE));
    }

    @Override
    public Probe probe(Image image, RegionOfInterest region, PatchBank bank) {
        return new Probe() {
            @Override
            public int batchSize() {
                return 4;
            }

            @Override
            public float[] regionProbabilities(List<Intervention> interventions) throws ModelRejectedException {
                mood.forward();
                return new float[interventions.size() * region.area()];
            }

            @Override
            public void close() {}
        };
    }
}
