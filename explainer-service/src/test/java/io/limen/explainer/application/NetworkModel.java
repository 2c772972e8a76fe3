package io.limen.explainer.application;

import io.limen.explainer.domain.component.Component;
import io.limen.explainer.domain.component.ComponentIntervention;
import io.limen.explainer.domain.component.ComponentType;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.ProbabilityMap;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.PatchBank;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A model that shows two components, each of which empties the region when it is replaced; a test chooses what fails. */
final class NetworkModel implements SegmentationModel, ModelRepository.RepositoryModel {

    static final Component FIRST = new Component("first", 0, new ComponentType.Submodule("Conv2d"), true, 2, 8, 8);
    static final Component SECOND = new Component("second", 0, new ComponentType.Submodule("Conv2d"), true, 2, 8, 8);
    static final int BATCH = 4;
    static final int DONORS = 3;

    private final FunctionModel working;
    private final Predicate<ComponentIntervention> failing;
    private final List<List<ComponentIntervention>> batches = new ArrayList<>();
    private String notInstrumented = "";
    private String notOpening = "";
    private String notDonating = "";
    private String noGradient = "";
    private long forwards;
    private boolean donorsRan;
    private boolean interrupting;

    NetworkModel(FunctionModel working, Predicate<ComponentIntervention> failing) {
        this.working = working;
        this.failing = failing;
    }

    NetworkModel notInstrumented(String reason) {
        notInstrumented = reason;
        return this;
    }

    NetworkModel notOpening(String reason) {
        notOpening = reason;
        return this;
    }

    NetworkModel notDonating(String reason) {
        notDonating = reason;
        return this;
    }

    NetworkModel noGradient(String reason) {
        noGradient = reason;
        return this;
    }

    /** The thread is interrupted while donors run. */
    NetworkModel interrupting() {
        interrupting = true;
        return this;
    }

    /** Interventions asked for, in order. */
    List<List<ComponentIntervention>> batches() {
        return batches;
    }

    @Override
    public SegmentationModel model() {
        return this;
    }

    @Override
    public PatchBank bank(int blockSize, String excludedImageSha256) {
        return working.bank(blockSize, excludedImageSha256);
    }

    @Override
    public List<Image> donorImages(int count, String excludedImageSha256, Image like) throws ModelRejectedException {
        reject(notDonating);
        List<Image> images = new ArrayList<>();
        for (int i = 0; i < Math.min(count, DONORS); i++) {
            images.add(Scene.noise(i));
        }
        return images;
    }

    @Override
    public ModelDescription description() {
        return working.description();
    }

    @Override
    public ProbabilityMap segment(Image image) {
        return working.segment(image);
    }

    @Override
    public Probe probe(Image image, RegionOfInterest region, PatchBank bank) {
        return working.probe(image, region, bank);
    }

    @Override
    public Instrumentation components(Image image) {
        if (!notInstrumented.isEmpty()) {
            return new Instrumentation.NotInstrumented(notInstrumented);
        }
        return new Instrumentation.Instrumented(List.of(FIRST, SECOND), (part, region, whole) -> {
            reject(notOpening);
            forwards = 1;
            donorsRan = false;
            return new FailingProbe(region);
        });
    }

    private static void reject(String reason) throws ModelRejectedException {
        if (!reason.isEmpty()) {
            throw new ModelRejectedException(reason);
        }
    }

    private final class FailingProbe implements ComponentProbe {

        private final RegionOfInterest region;

        FailingProbe(RegionOfInterest region) {
            this.region = region;
        }

        @Override
        public int batchSize() {
            return BATCH;
        }

        @Override
        public long cost(List<ComponentIntervention> next) {
            return next.size() + (donorsRan || next.stream().noneMatch(one -> one.donor() >= 0) ? 0 : DONORS);
        }

        @Override
        public float[] regionProbabilities(List<ComponentIntervention> interventions) throws ModelRejectedException {
            batches.add(interventions);
            forwards += cost(interventions);
            donorsRan |= interventions.stream().anyMatch(one -> one.donor() >= 0);
            if (interrupting) {
                Thread.currentThread().interrupt();
                throw new ModelRejectedException("interrupted");
            }
            if (interventions.stream().anyMatch(failing)) {
                throw new ModelRejectedException("the output holds NaN");
            }
            return new float[interventions.size() * region.bounds().area()];
        }

        @Override
        public Optional<Map<Component, double[]>> gateDerivatives(float[] weights) throws ModelRejectedException {
            reject(noGradient);
            forwards += RegionGradients.FORWARDS_PER_ROW;
            return Optional.of(Map.of(FIRST, new double[] {0.4, 0.3}, SECOND, new double[] {0.2, 0.1}));
        }

        @Override
        public long forwards() {
            return forwards;
        }

        @Override
        public void close() {}
    }
}
