package io.limen.explainer.application;

import io.limen.explainer.application.ModelDescription.Normalisation;
import io.limen.explainer.application.ModelDescription.Output;
import io.limen.explainer.domain.attribution.AttributionMap;
import io.limen.explainer.domain.attribution.BlockEffect;
import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.attribution.ReferenceMode;
import io.limen.explainer.domain.attribution.ScreeningAudit;
import io.limen.explainer.domain.component.ComponentAnalysis;
import io.limen.explainer.domain.component.ComponentSettings;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.DrawSchedule.Published;
import io.limen.explainer.domain.strategy.FeatureNoise;
import io.limen.explainer.domain.strategy.PerceptualStrategy;
import io.limen.explainer.domain.strategy.StrategyFeatures;
import io.limen.explainer.domain.trait.CaseTraits;
import io.limen.explainer.domain.trait.InputTraits;
import io.limen.explainer.domain.trait.OutputTraits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** A 32 x 48 case in blocks of 8 with a region of 8 x 8 at (8, 16), whose effects a test chooses. */
public final class SampleCase {

    public static final BlockGrid GRID = new BlockGrid(32, 48, 8);
    public static final RegionOfInterest REGION = new RegionOfInterest(8, 16, 8, 8);

    private SampleCase() {}

    /** Block 0 supports strongly, block 5 hinders half as much, the others have no effect. */
    public static ExplainedCase twoEffects() {
        return explained(block -> block.index() == 0 ? -4.0 : block.index() == 5 ? 2.0 : 0);
    }

    public static ExplainedCase explained(ToDoubleFunction<Block> ate) {
        return explained(ate, ReferenceMode.GROUND_TRUTH, List.of());
    }

    public static ExplainedCase explained(ToDoubleFunction<Block> ate, ReferenceMode mode, List<String> assumptions) {
        List<BlockEffect> effects = GRID.treated(REGION).stream()
                .map(block -> effect(block, ate.applyAsDouble(block)))
                .toList();
        return new ExplainedCase(
                explanation(new AttributionMap(GRID, REGION, effects), mode),
                model(),
                "cd".repeat(32),
                new ExplanationSettings(
                        8,
                        32,
                        Published.asPublished(),
                        7,
                        Budget.UNLIMITED,
                        Optional.empty(),
                        ExplanationSettings.USUAL_FAITHFULNESS),
                assumptions);
    }

    /** As {@link #twoEffects()}, with what was found of the network's components. */
    public static ExplainedCase with(ComponentAnalysis components) {
        ExplainedCase without = twoEffects();
        Explanation of = without.explanation();
        ExplanationSettings settings = without.settings();
        return new ExplainedCase(
                varied(of, of.screening(), of.cost(), Optional.of(components)),
                without.model(),
                without.imageSha256(),
                new ExplanationSettings(
                        settings.blockSize(),
                        settings.regionSize(),
                        settings.schedule(),
                        settings.seed(),
                        settings.budget(),
                        Optional.of(ComponentSettings.DEFAULT),
                        settings.faithfulness()),
                without.assumptions());
    }

    /** As {@link #twoEffects()}, of a region of pixels: the lower left half of the 8 x 8 at (8, 16). */
    public static ExplainedCase maskRegion() {
        ExplainedCase rectangle = twoEffects();
        boolean[] half = new boolean[64];
        for (int i = 0; i < half.length; i++) {
            half[i] = i % 8 <= i / 8;
        }
        AttributionMap map = rectangle.explanation().map();
        RegionOfInterest region = new RegionOfInterest(REGION.bounds(), Optional.of(new Mask(8, 8, half)));
        return new ExplainedCase(
                explanation(new AttributionMap(GRID, region, map.effects()), ReferenceMode.GROUND_TRUTH),
                rectangle.model(),
                rectangle.imageSha256(),
                rectangle.settings(),
                rectangle.assumptions());
    }

    /** No effect was found, for the budget ended after so many passes; screening takes 70. */
    public static ExplainedCase outOfBudget(long forwards) {
        ExplainedCase whole = explained(block -> 0);
        Explanation of = whole.explanation();
        return new ExplainedCase(
                varied(
                        of,
                        Optional.empty(),
                        new Explanation.Cost(
                                forwards, of.cost().elapsed(), true, of.cost().bankSha256()),
                        of.components()),
                whole.model(),
                whole.imageSha256(),
                whole.settings(),
                whole.assumptions());
    }

    public static ModelDescription model() {
        return new ModelDescription(
                new ModelId("unet", "1"),
                "ab".repeat(32),
                Optional.empty(),
                3,
                new Normalisation(new float[3], new float[] {1, 1, 1}),
                new Output(Output.Kind.PROBABILITIES, 1, 0),
                0.5);
    }

    private static BlockEffect effect(Block block, double ate) {
        return ate == 0
                ? new BlockEffect(block, 0, 0, 3, false, true, 0)
                : new BlockEffect(block, ate, 1.0 / 3, 50, true, false, ate / 100);
    }

    private static Explanation explanation(AttributionMap map, ReferenceMode mode) {
        float[] grey = new float[3 * 32 * 48];
        java.util.Arrays.fill(grey, 0.4f);
        boolean[] foreground = new boolean[32 * 48];
        for (int y = 10; y < 22; y++) {
            for (int x = 12; x < 36; x++) {
                foreground[y * 48 + x] = true;
            }
        }
        Mask mask = new Mask(32, 48, foreground);
        return new Explanation(
                "ef".repeat(32),
                new Image(32, 48, 3, grey),
                mask,
                mask,
                mode,
                98.50746268656717,
                Optional.empty(),
                map,
                Optional.of(new ScreeningAudit(20, 3, 5, 0)),
                features(),
                new CaseTraits(new InputTraits(0.4, 0.1, 0.2, 0.3), new OutputTraits(0.19, 0.9)),
                new Explanation.Cost(1234, Duration.ofMillis(5678), false, "01".repeat(32)),
                Optional.empty(),
                Optional.of(SampleFaithfulness.measured()));
    }

    /** The same explanation with another audit, cost or components. */
    private static Explanation varied(
            Explanation of,
            Optional<ScreeningAudit> screening,
            Explanation.Cost cost,
            Optional<ComponentAnalysis> components) {
        return new Explanation(
                of.id(),
                of.input(),
                of.prediction(),
                of.reference(),
                of.referenceMode(),
                of.baselineDice(),
                of.deployedAgreement(),
                of.map(),
                screening,
                of.strategy(),
                of.traits(),
                cost,
                components,
                of.faithfulness());
    }

    private static StrategyFeatures features() {
        return new StrategyFeatures(
                0.1,
                0.05,
                0.85,
                Optional.of(new StrategyFeatures.Shape(
                        0.9,
                        Optional.of(3.5),
                        0.4,
                        0.5,
                        0.2,
                        0.8,
                        Optional.of(-0.3),
                        Optional.of(new StrategyFeatures.Tested(0.2, 0.4)),
                        Optional.empty())),
                new StrategyFeatures.Classification(
                        PerceptualStrategy.LOCAL, Map.of(PerceptualStrategy.LOCAL, 0.8), "1"),
                new double[StrategyFeatures.PROFILE_CELLS],
                new FeatureNoise(Map.of("locality", 0.02), Optional.of(0.01)));
    }
}
