package io.limen.aggregator.rehearsal;

import io.limen.aggregator.domain.statistics.ComponentFindings;
import io.limen.aggregator.domain.statistics.ExplainedCase;
import io.limen.aggregator.domain.statistics.Explanation;
import io.limen.aggregator.domain.statistics.GroupKey;
import io.limen.aggregator.domain.statistics.MonteCarloNoise;
import io.limen.aggregator.domain.strategy.Feature;
import io.limen.aggregator.domain.strategy.PerceptualStrategy;
import io.limen.aggregator.domain.strategy.Profile;
import io.limen.aggregator.domain.strategy.ReferenceMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Made-up explanations for the statistics, with gaps where real ones have them. */
public final class SampleExplanations {

    /** When the first of them was segmented. */
    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private SampleExplanations() {}

    /** So many, a minute apart; the same random numbers give the same ones. */
    public static List<Explanation> draw(RandomGenerator random, int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> draw(random, START.plusSeconds(60L * index)))
                .toList();
    }

    /** One of a case with this event time. */
    public static Explanation draw(RandomGenerator random, Instant segmentedAt) {
        byte[] id = new byte[32];
        random.nextBytes(id);
        Map<String, Double> features = new TreeMap<>();
        Map<String, Double> errors = new TreeMap<>();
        for (Feature feature : Feature.values()) {
            if (random.nextInt(8) > 0) {
                features.put(feature.fieldName(), value(feature.scale(), random));
                if (random.nextBoolean()) {
                    errors.put(feature.fieldName(), 0.1 * random.nextDouble());
                }
            }
        }
        boolean noise = random.nextBoolean();
        PerceptualStrategy[] strategies = PerceptualStrategy.values();
        return new Explanation(
                HexFormat.of().formatHex(id),
                new ExplainedCase("case-" + random.nextInt(1_000_000), Optional.empty(), segmentedAt),
                new GroupKey("clinic", ReferenceMode.PREDICTION),
                features,
                strategies[random.nextInt(strategies.length)],
                random.nextInt(8) == 0 ? Profile.ZERO : profile(random),
                new MonteCarloNoise(
                        errors, noise ? OptionalDouble.of(0.1 * random.nextDouble()) : OptionalDouble.empty()),
                ComponentFindings.NONE);
    }

    /** A random distribution over the 48 cells, with empty cells. */
    public static Profile profile(RandomGenerator random) {
        double[] weights = new double[Profile.CELLS];
        double sum = 0;
        for (int cell = 0; cell < weights.length; cell++) {
            weights[cell] = cell == 0 || random.nextBoolean() ? random.nextExponential() : 0;
            sum += weights[cell];
        }
        List<Double> cells = new ArrayList<>();
        for (double weight : weights) {
            cells.add(weight / sum);
        }
        return new Profile(cells);
    }

    private static double value(Feature.Scale scale, RandomGenerator random) {
        return switch (scale) {
            case UNIT -> random.nextDouble();
            case SIGNED_UNIT -> random.nextDouble(-1, 1);
            case PERCENTAGE_POINTS -> random.nextDouble(0, 100);
            case RATIO -> random.nextExponential();
            case LOGARITHM -> random.nextGaussian();
        };
    }
}
