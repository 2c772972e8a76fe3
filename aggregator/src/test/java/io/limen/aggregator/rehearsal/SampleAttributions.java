package io.limen.aggregator.rehearsal;

import io.limen.schemas.Attribution;
import io.limen.schemas.PerceptualStrategy;
import io.limen.schemas.ReferenceMode;
import io.limen.schemas.Region;
import io.limen.schemas.StrategyFeatures;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Made-up explanations of one model that look like real ones: effects fall off with the distance from the region.
 *
 * @param model the model's name
 * @param version its version
 * @param site where it runs
 * @param reach distance, in sides of the region, over which effects fall to 1/e: small for a local model
 */
public record SampleAttributions(String model, String version, String site, double reach) {

    private static final int GRID = 16;
    private static final int REGION_BLOCKS = 4;

    /** The same model that looks further away or less far. */
    public SampleAttributions withReach(double other) {
        return new SampleAttributions(model, version, site, other);
    }

    /** One more explanation with its picture; the same random numbers give the same one, its id included. */
    public Attribution next(RandomGenerator random, ReferenceMode mode, Instant now) {
        Attribution attribution = withoutPicture(random, mode, now);
        attribution.setOverlay(overlay(attribution, LesionDrawing.draw(random)));
        return attribution;
    }

    /** The picture of an explanation whose case is drawn like this. */
    static ByteBuffer overlay(Attribution attribution, LesionDrawing drawing) {
        int left = attribution.getRegion().getX() / attribution.getBlockSize();
        int top = attribution.getRegion().getY() / attribution.getBlockSize();
        return ByteBuffer.wrap(drawing.overlay(attribution.getEffects(), GRID, top * GRID + left));
    }

    /** One more explanation, for thousands of them: drawing takes longer than anything else. */
    public Attribution withoutPicture(RandomGenerator random, ReferenceMode mode, Instant now) {
        int top = 3 + random.nextInt(6);
        int left = 3 + random.nextInt(6);
        SampleMap map = SampleMap.draw(random, mode, reach, new int[] {GRID, top, left, REGION_BLOCKS});
        int blocks = GRID * GRID;
        return Attribution.newBuilder()
                .setExplanationId(id(random))
                .setCaseId("case-" + (100_000 + random.nextInt(900_000)))
                .setSite(site)
                .setModel(model)
                .setModelVersion(version)
                .setModelSha256("0".repeat(64))
                .setImageSha256(id(random))
                .setBankSha256("1".repeat(64))
                .setTargetClass(0)
                .setImageHeight(128)
                .setImageWidth(128)
                .setRegion(new Region(top * 8, left * 8, 32, 32))
                .setBlockSize(8)
                .setGridHeight(GRID)
                .setGridWidth(GRID)
                .setReferenceMode(mode)
                .setSchedule("published")
                .setSeed(7)
                .setBaselineDice(mode == ReferenceMode.PREDICTION ? 100 : Math.min(100, 91 + 4 * random.nextGaussian()))
                .setForwards(1_200 + random.nextInt(3_000))
                .setElapsedMillis(1_500 + random.nextInt(2_500))
                .setBudgetExhausted(false)
                .setEffects(map.effects())
                .setStandardErrors(Collections.nCopies(blocks, 0.01))
                .setDraws(Collections.nCopies(blocks, 53))
                .setSignificant(map.effects().stream()
                        .map(effect -> effect == null ? null : Boolean.valueOf(effect != 0))
                        .toList())
                .setScreenedOut(Collections.nCopies(blocks, false))
                .setAreaEffects(Collections.nCopies(blocks, 0.0))
                .setStrategy(strategy(map, random))
                .setSegmentedAt(now.minusSeconds(20))
                .setExplainedAt(now)
                .setAttributes(Map.of())
                .build();
    }

    private StrategyFeatures strategy(SampleMap map, RandomGenerator random) {
        double locality = map.locality();
        PerceptualStrategy strategy = map.isEmpty()
                ? PerceptualStrategy.NONE
                : locality > 0.62
                        ? PerceptualStrategy.LOCAL
                        : random.nextDouble() < 0.12
                                ? PerceptualStrategy.SEQUENTIAL
                                : locality < 0.6 ? PerceptualStrategy.GLOBAL : PerceptualStrategy.UNDETERMINED;
        return StrategyFeatures.newBuilder()
                .setSupportingShare(map.share(-1))
                .setHinderingShare(map.share(1))
                .setIrrelevantShare(map.share(0))
                .setLocality(map.isEmpty() ? null : locality)
                .setEnrichment(map.isEmpty() ? null : locality / 0.31)
                .setCausalRadius(map.isEmpty() ? null : map.causalRadius())
                .setEntropy(map.isEmpty() ? null : map.entropy())
                .setParticipation(map.isEmpty() ? null : map.participation())
                .setGini(map.isEmpty() ? null : 0.55 + 0.1 * random.nextDouble())
                .setSignBalance(map.isEmpty() ? null : map.signBalance())
                .setAxisEnrichment(map.isEmpty() ? null : 0.2 * random.nextGaussian())
                .setAxisPValue(map.isEmpty() ? null : 0.05 + 0.95 * random.nextDouble())
                .setScanAsymmetry(map.isEmpty() ? null : 0.15 * random.nextGaussian())
                .setScanPValue(map.isEmpty() ? null : 0.05 + 0.95 * random.nextDouble())
                .setStrategy(strategy)
                .setClassProbabilities(Map.of(strategy.name(), 1.0))
                .setClassifierVersion("1")
                .setProfile(new ArrayList<>(map.profile()))
                .build();
    }

    private static String id(RandomGenerator random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A local and a global model of one site, and a second site of the local one. */
    public static List<SampleAttributions> fleet() {
        return List.of(
                new SampleAttributions("phantom-unet", "1", "phantom-clinic", 0.55),
                new SampleAttributions("phantom-segformer", "1", "phantom-clinic", 2.4));
    }
}
