package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.Engine;
import io.limen.explainer.application.ExplainedCase;
import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelDescription.InputSize;
import io.limen.explainer.application.ModelDescription.Normalisation;
import io.limen.explainer.application.ModelDescription.Output;
import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.SampleFaithfulness;
import io.limen.explainer.application.stream.CaseAttribution;
import io.limen.explainer.application.stream.CaseIdentity;
import io.limen.explainer.application.stream.SourceRecord;
import io.limen.explainer.domain.attribution.AttributionMap;
import io.limen.explainer.domain.attribution.BlockEffect;
import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.attribution.ReferenceMode;
import io.limen.explainer.domain.attribution.ScreeningAudit;
import io.limen.explainer.domain.component.ComponentAnalysis;
import io.limen.explainer.domain.component.SampleNetwork;
import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.PaintedMask;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.image.Window;
import io.limen.explainer.domain.intervention.DrawSchedule;
import io.limen.explainer.domain.load.Relief;
import io.limen.explainer.domain.strategy.FeatureNoise;
import io.limen.explainer.domain.strategy.PerceptualStrategy;
import io.limen.explainer.domain.strategy.StrategyFeatures;
import io.limen.explainer.domain.strategy.StrategyFeatures.Classification;
import io.limen.explainer.domain.strategy.StrategyFeatures.Shape;
import io.limen.explainer.domain.strategy.StrategyFeatures.Tested;
import io.limen.explainer.domain.trait.CaseTraits;
import io.limen.explainer.domain.trait.InputTraits;
import io.limen.explainer.domain.trait.OutputTraits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An explanation whose every value is another, of 4x6 pixels in blocks of 2 around a region in a square of 2x2. */
public final class SampleAttribution {

    static final Engine ENGINE = new Engine("9.8.7", "libtorch 6.5", "gpu:4", 3, "one of them");

    static final Shape SHAPE = new Shape(
            0.11,
            Optional.of(1.2),
            1.3,
            0.14,
            0.15,
            0.16,
            Optional.of(-0.17),
            Optional.of(new Tested(0.18, 0.019)),
            Optional.of(new Tested(-0.2, 0.021)));

    static final CaseTraits TRAITS =
            new CaseTraits(new InputTraits(0.31, 0.32, 0.33, 0.34), new OutputTraits(0.35, 0.36));

    private static final FeatureNoise NOISE =
            new FeatureNoise(Map.of("locality", 0.041, "entropy", 0.042), Optional.of(0.043));

    private SampleAttribution() {}

    public static CaseAttribution full() {
        return with(
                Optional.of(SHAPE), Optional.of(88.5), Optional.of("study-1"), Optional.of(PaintedMask.of("#.", "##")));
    }

    /** Nothing that may be missing is there. */
    static CaseAttribution bare() {
        return with(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static CaseAttribution with(
            Optional<Shape> shape, Optional<Double> agreement, Optional<String> study, Optional<Mask> region) {
        CaseIdentity identity =
                new CaseIdentity("case-1", study, "north", Instant.ofEpochMilli(1000), Map.of("scanner", "x"));
        ExplanationSettings settings =
                new ExplanationSettings(2, 2, new DrawSchedule.Published(3, 50, 0.02), 77, Budget.UNLIMITED);
        ExplainedCase subject =
                new ExplainedCase(explanation(shape, agreement, region), model(), "1".repeat(64), settings, List.of());
        return new CaseAttribution(
                identity,
                subject,
                new byte[] {9, 8},
                Instant.ofEpochMilli(2000),
                new Relief(0.5, 0.25, Optional.of(Duration.ofSeconds(5))),
                study.map(known -> new SourceRecord(5, 4_000_000_000L)));
    }

    private static ModelDescription model() {
        return new ModelDescription(
                new ModelId("unet", "3"),
                "2".repeat(64),
                Optional.of(new InputSize(4, 6)),
                1,
                new Normalisation(new float[1], new float[] {1}),
                new Output(Output.Kind.LOGITS, 3, 2),
                0.5);
    }

    private static Explanation explanation(Optional<Shape> shape, Optional<Double> agreement, Optional<Mask> region) {
        double[] profile = new double[StrategyFeatures.PROFILE_CELLS];
        profile[3] = 1;
        Classification classification = new Classification(
                PerceptualStrategy.LOCAL,
                Map.of(PerceptualStrategy.LOCAL, 0.75, PerceptualStrategy.GLOBAL, 0.25),
                "thresholds-1");
        Mask mask = new Mask(4, 6, new boolean[24]);
        Optional<ComponentAnalysis> components = shape.map(full -> SampleNetwork.unet());
        return new Explanation(
                "3".repeat(64),
                new Image(4, 6, 1, new float[24]),
                mask,
                mask,
                ReferenceMode.GROUND_TRUTH,
                91.5,
                agreement,
                map(region),
                Optional.of(new ScreeningAudit(4, 6, 2, 1)),
                new StrategyFeatures(0.5, 0.3, 0.2, shape, classification, profile, NOISE),
                TRAITS,
                new Explanation.Cost(123, Duration.ofMillis(456), true, "4".repeat(64)),
                components,
                Optional.of(SampleFaithfulness.measured()));
    }

    private static AttributionMap map(Optional<Mask> membership) {
        BlockGrid grid = new BlockGrid(4, 6, 2);
        RegionOfInterest region = new RegionOfInterest(new Window(0, 2, 2, 2), membership);
        List<BlockEffect> effects = grid.treated(region).stream()
                .map(block -> new BlockEffect(
                        block,
                        -block.index() - 0.5,
                        block.index() + 0.25,
                        block.index() + 2,
                        block.index() == 2,
                        block.index() == 3,
                        block.index() / 10.0))
                .toList();
        return new AttributionMap(grid, region, effects);
    }
}
