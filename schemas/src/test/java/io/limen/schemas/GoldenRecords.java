package io.limen.schemas;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** One record of each kind with every field filled: what the golden files hold. */
final class GoldenRecords {

    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final String HASH = "ab".repeat(32);

    private GoldenRecords() {}

    static SegmentationResult segmentationResult() {
        return SegmentationResult.newBuilder()
                .setCaseId("case-1")
                .setStudyId("study-1")
                .setSite("site-a")
                .setModel("unet")
                .setModelVersion("1")
                .setImage(new InlineImage(bytes("png of an image")))
                .setMask(bytes("png of a mask"))
                .setGroundTruth(bytes("png of the truth"))
                .setTargetClass(0)
                .setRegion(region())
                .setSegmentedAt(TIME)
                .setAttributes(Map.of("scanner", "dermatoscope-2"))
                .build();
    }

    static Attribution attribution() {
        return Attribution.newBuilder()
                .setExplanationId(HASH)
                .setCaseId("case-1")
                .setStudyId("study-1")
                .setSite("site-a")
                .setModel("unet")
                .setModelVersion("1")
                .setModelSha256(HASH)
                .setImageSha256(HASH)
                .setBankSha256(HASH)
                .setTargetClass(0)
                .setImageHeight(16)
                .setImageWidth(16)
                .setRegion(region())
                .setRegionMask(ByteBuffer.wrap(new byte[] {-1, -1, -1, -1, -1, -1, -1, -2}))
                .setBlockSize(8)
                .setGridHeight(2)
                .setGridWidth(2)
                .setReferenceMode(ReferenceMode.GROUND_TRUTH)
                .setSchedule("published")
                .setTargetStandardError(0.05)
                .setSeed(7)
                .setBaselineDice(98.5)
                .setDeployedAgreement(100.0)
                .setForwards(160)
                .setElapsedMillis(250)
                .setBudgetExhausted(false)
                .setEffects(Arrays.asList(null, -1.5, 0.25, 0.0))
                .setStandardErrors(Arrays.asList(null, 0.1, 0.05, 0.0))
                .setDraws(Arrays.asList(null, 50, 50, 3))
                .setSignificant(Arrays.asList(null, true, true, false))
                .setScreenedOut(Arrays.asList(null, false, false, true))
                .setUnreachable(Arrays.asList(null, false, false, false))
                .setScreening(new ScreeningAudit(1, 1, 0, 1.0, 0.5, 1.0))
                .setAreaEffects(Arrays.asList(null, -0.02, 0.01, 0.0))
                .setStrategy(strategy())
                .setInputTraits(Map.of("brightness", 0.5))
                .setOutputTraits(Map.of("segmentedShare", 0.2))
                .setComponents(List.of(component()))
                .setComponentAnalysis(new ComponentAnalysis("none", 16, 640L, true, Map.of("zero", 0.75)))
                .setOverlay(bytes("png of the overlay"))
                .setSegmentedAt(TIME)
                .setExplainedAt(TIME.plusSeconds(2))
                .setAttributes(Map.of("scanner", "dermatoscope-2"))
                .setInclusionProbability(0.25)
                .setBudgetShare(0.5)
                .setSourcePartition(3)
                .setSourceOffset(4_000_000_000L)
                .setSettings(new ExplanationSettings(
                        0.02, 3, 50, 160L, 120_000L, 16, 8, List.of("mean", "resample", "zero"), 64))
                .setComputation(new Computation("0.1.0", "limen-1", HASH, "libtorch 2.7.1", "cpu", 1, "AMD EPYC"))
                .setFaithfulness(faithfulness())
                .build();
    }

    private static Faithfulness faithfulness() {
        return Faithfulness.newBuilder()
                .setForwards(64)
                .setSets(24)
                .setCorrelation(0.8)
                .setCorrelationLower(0.5)
                .setCorrelationUpper(0.9)
                .setCeiling(0.95)
                .setUndefined("none")
                .setBudgetExhausted(true)
                .setContrast(new FaithfulnessContrast(
                        4,
                        8,
                        -20.0,
                        new MeanChange(-18.0, -22.0, -14.0),
                        new MeanChange(-2.0, -3.0, -1.0),
                        new MeanChange(-16.0, -20.0, -12.0)))
                .build();
    }

    private static ComponentEffect component() {
        return ComponentEffect.newBuilder()
                .setName("bottleneck")
                .setKind("resample")
                .setAte(-3.0)
                .setStandardError(0.5)
                .setDraws(16)
                .setAreaEffect(-0.04)
                .setPredicted(-2.5)
                .setType("Conv2d")
                .setLayer(false)
                .setOccurrence(1)
                .setChannel(3)
                .setChannels(64)
                .setHeight(2)
                .setWidth(2)
                .build();
    }

    static ModelStatistics modelStatistics() {
        FeatureStatistics radius = new FeatureStatistics(2L, 0.5, 0.02, 0.4, 0.6, 0.02, 0.001, Map.of("0.5", 0.5));
        FeatureStatistics effect = new FeatureStatistics(2L, -3.0, 2.0, -4.0, -2.0, 2.0, 0.5, Map.of("0.5", -3.0));
        GroupStatistics group = GroupStatistics.newBuilder()
                .setSite("site-a")
                .setReferenceMode(ReferenceMode.GROUND_TRUTH)
                .setExplanations(2L)
                .setExplained(1L)
                .setEffectiveExplanations(1.5)
                .setFeatures(Map.of("causalRadius", radius))
                .setClassCounts(Map.of("LOCAL", 2L))
                .setProfileSum(Collections.nCopies(48, 0.0))
                .setHeterogeneity(heterogeneity())
                .setWindows(List.of(new WindowStatistics(
                        "HOUR",
                        2L,
                        TIME.minusSeconds(3_600),
                        TIME,
                        Map.of("causalRadius", radius),
                        Map.of("LOCAL", 2L),
                        heterogeneity(),
                        1L,
                        1.5)))
                .setLateExplanations(1)
                .setAheadExplanations(1)
                .setDrift(new DriftStatus(
                        WatchState.SUSPECT, TIME, 210.0, 1000.0, 120L, 100L, 20L, "alert-1", Map.of("locality", 1.0)))
                .setComponents(
                        List.of(new ComponentStatistics("bottleneck", "resample", "Sequential", 64, 2, 2, effect, 0.5)))
                .setComponentEffectsLeftOut(3)
                .setComponentsUnavailable(1)
                .setComponentsUnavailableReason("frozen")
                .build();
        return ModelStatistics.newBuilder()
                .setModel("unet")
                .setModelVersion("1")
                .setExplanations(2)
                .setDuplicatesDropped(1)
                .setUpdatedAt(TIME)
                .setGroups(List.of(group))
                .build();
    }

    private static Heterogeneity heterogeneity() {
        return new Heterogeneity(2L, 0.2, 0.1, 0.69, 0.3, 0.25);
    }

    static DriftCommand driftCommand() {
        return DriftCommand.newBuilder()
                .setCommandId("command-1")
                .setKind(DriftCommandKind.ACKNOWLEDGE)
                .setModel("unet")
                .setModelVersion("1")
                .setSite("site-a")
                .setReferenceMode(ReferenceMode.GROUND_TRUTH)
                .setAlertId("alert-1")
                .setBy("safety officer")
                .setNote("new scanner since Monday")
                .setAt(TIME)
                .build();
    }

    static AuditEntry auditEntry() {
        return AuditEntry.newBuilder()
                .setRequestId("request-1")
                .setAt(TIME)
                .setWho("safety officer")
                .setRole(AuditRole.OPERATOR)
                .setAddress("192.0.2.7")
                .setMethod("POST")
                .setPath("/api/alerts/alert-1/acknowledgement")
                .setKind(DriftCommandKind.ACKNOWLEDGE)
                .setCommandId("command-1")
                .setModel("unet")
                .setModelVersion("1")
                .setAlertId("alert-1")
                .setOutcome(AuditOutcome.ACCEPTED)
                .setStatus(202)
                .setLeftOut(3L)
                .setPublication(new Publication(TIME, List.of("unet@1"), List.of("folder"), 3L, 2L, 1L, "COMPLETE"))
                .build();
    }

    static FleetStatistics fleetStatistics() {
        FleetModel model = new FleetModel("unet", "1", 2L, 2L, Map.of("LOCAL", 2L), Collections.nCopies(48, 1.0 / 48));
        return FleetStatistics.newBuilder()
                .setReferenceMode(ReferenceMode.GROUND_TRUTH)
                .setUpdatedAt(TIME)
                .setModels(List.of(model))
                .setBetweenDivergence(0.1)
                .setWithinDivergence(0.2)
                .setDistances(List.of(0.0))
                .build();
    }

    static StatisticsHistory statisticsHistory() {
        return StatisticsHistory.newBuilder()
                .setModel("unet")
                .setModelVersion("1")
                .setSite("site-a")
                .setReferenceMode(ReferenceMode.GROUND_TRUTH)
                .setStart(TIME)
                .setWidthMillis(300_000)
                .setExplanations(2)
                .setMeans(Map.of("locality", 0.8))
                .setDeviations(Map.of("locality", 0.1))
                .setClassCounts(Map.of("LOCAL", 2L))
                .build();
    }

    static DriftHistory driftHistory() {
        return DriftHistory.newBuilder()
                .setModel("unet")
                .setModelVersion("1")
                .setSite("site-a")
                .setReferenceMode(ReferenceMode.GROUND_TRUTH)
                .setStart(TIME)
                .setWidthMillis(300_000)
                .setStudies(3)
                .setState(WatchState.SUSPECT)
                .setGreatest(420.5)
                .setNewest(210.25)
                .setExpectedRunLength(1000)
                .setShares(Map.of("locality", 1.0))
                .build();
    }

    static DriftAlert driftAlert() {
        return DriftAlert.newBuilder()
                .setAlertId("alert-1")
                .setModel("unet")
                .setModelVersion("1")
                .setSite("site-a")
                .setReferenceMode(ReferenceMode.GROUND_TRUTH)
                .setState(DriftState.ALERT)
                .setFeature("causalRadius")
                .setStatistic(1234.5)
                .setExpectedRunLength(1000)
                .setReferenceMean(0.5)
                .setCurrentMean(0.9)
                .setMoved(List.of(DriftSource.RELIANCE))
                .setOnset(TIME)
                .setRaisedAt(TIME.plusSeconds(60))
                .setReferenceDeviation(0.2)
                .setReferenceStudies(120)
                .setStudiesSinceOnset(12)
                .setShares(Map.of("causalRadius", 1.0))
                .setSummary("causalRadius rose from 0.5 to 0.9")
                .setExampleExplanationIds(List.of(HASH))
                .build();
    }

    private static StrategyFeatures strategy() {
        List<Double> profile = new ArrayList<>(Collections.nCopies(48, 0.0));
        profile.set(0, 1.0);
        return StrategyFeatures.newBuilder()
                .setSupportingShare(0.4)
                .setHinderingShare(0.3)
                .setIrrelevantShare(0.3)
                .setLocality(0.8)
                .setEnrichment(2.0)
                .setCausalRadius(0.5)
                .setEntropy(0.6)
                .setParticipation(0.2)
                .setGini(0.7)
                .setSignBalance(-0.7)
                .setAxisEnrichment(0.1)
                .setAxisPValue(0.4)
                .setScanAsymmetry(-0.1)
                .setScanPValue(0.6)
                .setStrategy(PerceptualStrategy.LOCAL)
                .setClassProbabilities(Map.of("LOCAL", 1.0))
                .setClassifierVersion("1")
                .setProfile(profile)
                .setStandardErrors(Map.of("locality", 0.01))
                .setProfileNoise(0.02)
                .build();
    }

    private static Region region() {
        return new Region(0, 0, 8, 8);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
