package io.limen.explainer.adapter.djl;

import io.limen.explainer.application.CaseToExplain;
import io.limen.explainer.application.ExplainCase;
import io.limen.explainer.application.ExplanationOutcome;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ModelRepository.RepositoryModel;
import io.limen.explainer.application.Progress;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.component.AblationKind;
import io.limen.explainer.domain.component.ComponentAnalysis;
import io.limen.explainer.domain.component.ComponentEffect;
import io.limen.explainer.domain.component.ComponentSettings;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.DrawSchedule.Published;
import io.limen.explainer.domain.intervention.PatchBank;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A tiny network of known insides on an image of noise, explained with its components. */
record PlantedNetwork(SegmentationModel model, List<Image> donors) implements RepositoryModel {

    static final int HEIGHT = 32;
    static final int WIDTH = 48;
    static final RegionOfInterest REGION = new RegionOfInterest(8, 16, 12, 12);

    static PlantedNetwork load(String name) throws ModelRejectedException {
        List<Image> donors = new ArrayList<>();
        for (int seed = 1; seed <= 6; seed++) {
            donors.add(TestModel.noise(HEIGHT, WIDTH, seed));
        }
        return new PlantedNetwork(TestModel.load(name), donors);
    }

    static Image image() {
        return TestModel.noise(HEIGHT, WIDTH, 77);
    }

    @Override
    public PatchBank bank(int blockSize, String excludedImageSha256) {
        float[] grey = new float[3 * blockSize * blockSize];
        return new PatchBank(blockSize, 3, List.of(grey), "b".repeat(64));
    }

    @Override
    public List<Image> donorImages(int count, String excludedImageSha256, Image like) {
        return donors.subList(0, Math.min(count, donors.size()));
    }

    ComponentAnalysis.Measured measured() {
        return measured(Budget.UNLIMITED);
    }

    ComponentAnalysis.Measured measured(Budget budget) {
        return (ComponentAnalysis.Measured) analysis(budget);
    }

    ComponentAnalysis analysis(Budget budget) {
        ExplanationSettings settings = new ExplanationSettings(
                8,
                12,
                new Published(1, 2, 0.02),
                5,
                budget,
                Optional.of(new ComponentSettings(6, 8, Set.of(AblationKind.values()))),
                0);
        CaseToExplain subject =
                new CaseToExplain(image(), "a".repeat(64), Optional.empty(), Optional.empty(), Optional.of(REGION));
        ExplanationOutcome outcome = new ExplainCase(() -> 0).explain(subject, this, settings, Progress.SILENT);
        if (outcome instanceof ExplanationOutcome.Explained explained) {
            return explained.explanation().components().orElseThrow();
        }
        throw new AssertionError(outcome.toString());
    }

    /** The effect of a kind on a layer or a channel, by its name. */
    static ComponentEffect effect(List<ComponentEffect> effects, String name, AblationKind kind) {
        return effects.stream()
                .filter(effect -> effect.name().equals(name) && effect.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + effects));
    }
}
