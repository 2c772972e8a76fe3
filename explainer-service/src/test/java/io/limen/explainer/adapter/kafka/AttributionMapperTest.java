package io.limen.explainer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.faithfulness.joint.Agreement.Reason;
import io.limen.explainer.domain.faithfulness.joint.MapFaithfulness;
import io.limen.schemas.Attribution;
import io.limen.schemas.ComponentAnalysis;
import io.limen.schemas.ComponentEffect;
import io.limen.schemas.Computation;
import io.limen.schemas.Faithfulness;
import io.limen.schemas.MeanChange;
import io.limen.schemas.PerceptualStrategy;
import io.limen.schemas.ReferenceMode;
import io.limen.schemas.Region;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.StrategyFeatures;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class AttributionMapperTest {

    private final SingleObjectSerde<Attribution> serde = SingleObjectSerde.attribution();
    private final Attribution full =
            roundTrip(AttributionMapper.map(SampleAttribution.full(), Optional.of(SampleAttribution.ENGINE)));

    private Attribution roundTrip(Attribution attribution) {
        return serde.decode(serde.encode(attribution));
    }

    /** Null for want of a schedule that has them. */
    private static final Set<String> OF_ANOTHER_SCHEDULE = Set.of("targetStandardError");

    @Test
    void noFieldIsForgotten() {
        assertAllSet(full);
        assertAllSet(full.getStrategy());
    }

    private static void assertAllSet(SpecificRecord filled) {
        for (Schema.Field field : filled.getSchema().getFields()) {
            assertEquals(!OF_ANOTHER_SCHEDULE.contains(field.name()), filled.get(field.pos()) != null, field.name());
        }
    }

    @Test
    void theCaseAndItsModelArrive() {
        assertEquals("case-1", full.getCaseId());
        assertEquals("study-1", full.getStudyId());
        assertEquals("north", full.getSite());
        assertEquals(Map.of("scanner", "x"), full.getAttributes());
        assertEquals(Instant.ofEpochMilli(1000), full.getSegmentedAt());
        assertEquals(Instant.ofEpochMilli(2000), full.getExplainedAt());
        assertEquals(0.5, full.getBudgetShare());
        assertEquals(0.25, full.getInclusionProbability());
        assertEquals(5, full.getSourcePartition());
        assertEquals(4_000_000_000L, full.getSourceOffset());
        assertEquals("unet", full.getModel());
        assertEquals("3", full.getModelVersion());
        assertEquals("2".repeat(64), full.getModelSha256());
        assertEquals(2, full.getTargetClass());
    }

    @Test
    void theExplanationArrives() {
        assertEquals("3".repeat(64), full.getExplanationId());
        assertEquals("1".repeat(64), full.getImageSha256());
        assertEquals("4".repeat(64), full.getBankSha256());
        assertEquals(4, full.getImageHeight());
        assertEquals(6, full.getImageWidth());
        assertEquals(ReferenceMode.GROUND_TRUTH, full.getReferenceMode());
        assertEquals("published", full.getSchedule());
        assertEquals(77, full.getSeed());
        assertEquals(91.5, full.getBaselineDice());
        assertEquals(88.5, full.getDeployedAgreement());
        assertEquals(123, full.getForwards());
        assertEquals(456, full.getElapsedMillis());
        assertEquals(true, full.getBudgetExhausted());
        assertEquals(ByteBuffer.wrap(new byte[] {9, 8}), full.getOverlay());
    }

    @Test
    void wholeOutputsArriveBeforeChannelsWithAllThatIsKnownOfThem() {
        assertEquals(36, full.getComponents().size());
        assertEquals(component("enc1", -61.5, -1).build(), full.getComponents().get(0));
        assertEquals("mean", full.getComponents().get(1).getKind());
        assertEquals("Skip", full.getComponents().get(12).getType());
        assertEquals(
                component("bottleneck.conv[1]", -2.75, 1)
                        .setType("Conv2d")
                        .setLayer(false)
                        .setChannels(128)
                        .setHeight(8)
                        .setWidth(8)
                        .build(),
                full.getComponents().get(33));
    }

    private static ComponentEffect.Builder component(String name, double ate, int channel) {
        return ComponentEffect.newBuilder()
                .setName(name)
                .setKind("resample")
                .setAte(ate)
                .setStandardError(0.3)
                .setDraws(16)
                .setAreaEffect(ate / 200)
                .setPredicted(-2.5)
                .setType("Stage")
                .setChannel(channel)
                .setChannels(16)
                .setHeight(64)
                .setWidth(64);
    }

    @Test
    void whatComponentsCostAndHowGradientAndInterventionsAgreeArrives() {
        assertEquals(
                new ComponentAnalysis(null, 16, 640L, false, Map.of("zero", 0.75, "resample", 0.25)),
                full.getComponentAnalysis());
    }

    @Test
    void aModelThatShowsNoComponentsSaysWhy() {
        var unavailable = new io.limen.explainer.domain.component.ComponentAnalysis.Unavailable("the model is frozen");

        assertEquals(List.of(), ComponentsMapper.effects(unavailable));
        assertEquals(
                "the model is frozen", ComponentsMapper.analysis(unavailable).getUnavailable());
        var notMeasured = new io.limen.explainer.domain.component.ComponentAnalysis.NotMeasured("the bank is empty");
        assertEquals(
                "not in this case: the bank is empty",
                ComponentsMapper.analysis(notMeasured).getUnavailable());
    }

    @Test
    void theMapArrivesRowMajorWithNothingInsideTheRegion() {
        assertEquals(new Region(0, 2, 2, 2), full.getRegion());
        assertEquals(2, full.getBlockSize());
        assertEquals(2, full.getGridHeight());
        assertEquals(3, full.getGridWidth());
        assertEquals(Arrays.asList(-0.5, null, -2.5, -3.5, -4.5, -5.5), full.getEffects());
        assertEquals(Arrays.asList(0.25, null, 2.25, 3.25, 4.25, 5.25), full.getStandardErrors());
        assertEquals(Arrays.asList(2, null, 4, 5, 6, 7), full.getDraws());
        assertEquals(Arrays.asList(false, null, true, false, false, false), full.getSignificant());
        assertEquals(Arrays.asList(false, null, false, true, false, false), full.getScreenedOut());
        assertEquals(Arrays.asList(0.0, null, 0.2, 0.3, 0.4, 0.5), full.getAreaEffects());
    }

    @Test
    void theRegionsPixelsArriveAsBits() {
        assertEquals(ByteBuffer.wrap(new byte[] {(byte) 0b10110000}), full.getRegionMask());
    }

    @Test
    void theStrategyArrives() {
        StrategyFeatures strategy = full.getStrategy();
        assertEquals(0.5, strategy.getSupportingShare());
        assertEquals(0.3, strategy.getHinderingShare());
        assertEquals(0.2, strategy.getIrrelevantShare());
        assertEquals(0.11, strategy.getLocality());
        assertEquals(1.2, strategy.getEnrichment());
        assertEquals(1.3, strategy.getCausalRadius());
        assertEquals(0.14, strategy.getEntropy());
        assertEquals(0.15, strategy.getParticipation());
        assertEquals(0.16, strategy.getGini());
        assertEquals(-0.17, strategy.getSignBalance());
        assertEquals(0.18, strategy.getAxisEnrichment());
        assertEquals(0.019, strategy.getAxisPValue());
        assertEquals(-0.2, strategy.getScanAsymmetry());
        assertEquals(0.021, strategy.getScanPValue());
        assertEquals(PerceptualStrategy.LOCAL, strategy.getStrategy());
        assertEquals(Map.of("LOCAL", 0.75, "GLOBAL", 0.25), strategy.getClassProbabilities());
        assertEquals("thresholds-1", strategy.getClassifierVersion());
        assertEquals(48, strategy.getProfile().size());
        assertEquals(1, strategy.getProfile().get(3));
    }

    @Test
    void whatNoiseDoesToTheFeaturesArrives() {
        assertEquals(
                Map.of("locality", 0.041, "entropy", 0.042), full.getStrategy().getStandardErrors());
        assertEquals(0.043, full.getStrategy().getProfileNoise());
    }

    @Test
    void traitsArriveByName() {
        assertEquals(
                Map.of("brightness", 0.31, "contrast", 0.32, "saturation", 0.33, "sharpness", 0.34),
                full.getInputTraits());
        assertEquals(Map.of("segmentedShare", 0.35, "certainty", 0.36), full.getOutputTraits());
    }

    @Test
    void whatWasAskedAndWhatComputedItArrive() {
        assertEquals(
                new io.limen.schemas.ExplanationSettings(
                        0.02, 3, 50, null, Budget.UNLIMITED.maxDuration().toMillis(), null, null, List.of(), 0),
                full.getSettings());
        Computation computation = full.getComputation();
        assertEquals("9.8.7", computation.getLimenVersion());
        assertEquals("limen-1", computation.getMethod());
        assertEquals(64, computation.getDescriptionSha256().length());
        assertEquals("libtorch 6.5", computation.getEngine());
        assertEquals("gpu:4", computation.getDevice());
        assertEquals(3, computation.getThreads());
        assertEquals("one of them", computation.getProcessor());
    }

    @Test
    void howFarTheMapCanBeTrustedArrives() {
        Faithfulness found = full.getFaithfulness();
        assertEquals(64, found.getForwards());
        assertEquals(24, found.getSets());
        assertEquals(0.8125, found.getCorrelation());
        assertEquals(0.5, found.getCorrelationLower());
        assertEquals(0.9375, found.getCorrelationUpper());
        assertEquals(0.96875, found.getCeiling());
        assertNull(found.getUndefined());
        assertTrue(found.getBudgetExhausted());
        assertEquals(12, found.getContrast().getBlocks());
        assertEquals(8, found.getContrast().getDraws());
        assertEquals(-40.5, found.getContrast().getForetold());
        assertEquals(new MeanChange(-31.25, null, null), found.getContrast().getStrongest());
        assertEquals(new MeanChange(-2.5, -4.75, -0.25), found.getContrast().getOthers());
        assertEquals(new MeanChange(-28.75, -31.0, -26.5), found.getContrast().getDifference());
    }

    @Test
    void anUndefinedAgreementSaysWhyAndHasNoNumber() {
        Faithfulness found = FaithfulnessMapper.map(MapFaithfulness.unmeasured(3, Reason.BUDGET));
        assertEquals("BUDGET", found.getUndefined());
        assertEquals(3, found.getForwards());
        assertNull(found.getCorrelation());
        assertNull(found.getCeiling());
        assertNull(found.getContrast());
    }

    @Test
    void whatIsMissingIsNull() {
        Attribution bare = roundTrip(AttributionMapper.map(SampleAttribution.bare(), Optional.empty()));
        assertNull(bare.getStudyId());
        assertNull(bare.getSourcePartition());
        assertNull(bare.getSourceOffset());
        assertNull(bare.getComputation());
        assertNull(bare.getRegionMask());
        assertNull(bare.getDeployedAgreement());
        assertNull(bare.getComponentAnalysis());
        assertEquals(List.of(), bare.getComponents());
        assertNull(bare.getStrategy().getLocality());
        assertNull(bare.getStrategy().getSignBalance());
        assertNull(bare.getStrategy().getScanPValue());
    }
}
