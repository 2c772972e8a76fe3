package io.limen.aggregator.domain.statistics;

import io.limen.aggregator.domain.heterogeneity.ClassEntropy;
import io.limen.aggregator.domain.heterogeneity.Heterogeneity;
import io.limen.aggregator.domain.heterogeneity.ProfileSums;
import io.limen.aggregator.domain.strategy.Feature;
import io.limen.aggregator.domain.strategy.PerceptualStrategy;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a model perceived a set of cases. Immutable and mergeable: merged in any order and grouping it equals one pass, up
 * to rounding. Costs O(features) per explanation.
 *
 * @param explanations how many, each as often as it stands for a case: more than were made where lots were drawn
 * @param features statistics per {@link Feature#fieldName}
 * @param classCounts explanations per class of strategy; a class never seen is absent
 * @param profiles sums of the profiles
 * @param sample what was really explained of these
 */
public record PerceptionStatistics(
        long explanations,
        SortedMap<String, FeatureStatistics> features,
        Map<PerceptualStrategy, Long> classCounts,
        ProfileSums profiles,
        Sample sample) {

    /**
     * Features of the map that lie in [0,1], whose variances add up to Rao's quadratic entropy: without the p-values, which
     * tell of chance, and the traits, which tell of inputs and answers.
     */
    public static final Set<Feature> QUADRATIC = Collections.unmodifiableSet(EnumSet.of(
            Feature.SUPPORTING_SHARE,
            Feature.HINDERING_SHARE,
            Feature.IRRELEVANT_SHARE,
            Feature.LOCALITY,
            Feature.ENTROPY,
            Feature.PARTICIPATION,
            Feature.GINI));

    /** Of no explanations. */
    public static final PerceptionStatistics EMPTY =
            new PerceptionStatistics(0, new TreeMap<>(), Map.of(), ProfileSums.EMPTY, Sample.EMPTY);

    public PerceptionStatistics {
        features = Collections.unmodifiableSortedMap(new TreeMap<>(features));
        Map<PerceptualStrategy, Long> counts = new EnumMap<>(PerceptualStrategy.class);
        counts.putAll(classCounts);
        classCounts = Collections.unmodifiableMap(counts);
        long classified = counts.values().stream().mapToLong(Long::longValue).sum();
        if (explanations < 0 || classified != explanations || sample.explained() > explanations) {
            throw new IllegalArgumentException("PerceptionStatistics: explanations " + explanations + ", classified "
                    + classified + ", " + sample);
        }
    }

    /** Of a single explanation. */
    public static PerceptionStatistics of(Explanation explanation) {
        long cases = explanation.cases();
        SortedMap<String, FeatureStatistics> features = new TreeMap<>();
        explanation.features().forEach((name, value) -> {
            Double error = explanation.noise().standardErrors().get(name);
            features.put(
                    name,
                    new FeatureStatistics(
                            RunningMoments.of(value, cases),
                            error == null ? NoiseVariance.EMPTY : NoiseVariance.of(error, cases)));
        });
        return new PerceptionStatistics(
                cases,
                features,
                Map.of(explanation.strategy(), cases),
                ProfileSums.of(explanation.profile(), explanation.noise().profileDivergence(), cases),
                Sample.of(cases));
    }

    /** These and the other ones, as if all had been added to one. */
    public PerceptionStatistics merge(PerceptionStatistics other) {
        SortedMap<String, FeatureStatistics> merged = new TreeMap<>(features);
        other.features.forEach((name, more) -> merged.merge(name, more, FeatureStatistics::merge));
        Map<PerceptualStrategy, Long> counts = new EnumMap<>(PerceptualStrategy.class);
        counts.putAll(classCounts);
        other.classCounts.forEach((strategy, count) -> counts.merge(strategy, count, Long::sum));
        return new PerceptionStatistics(
                explanations + other.explanations,
                merged,
                counts,
                profiles.merge(other.profiles),
                sample.merge(other.sample));
    }

    /** As many explanations of equal weight would tell a mean as precisely. */
    public double effectiveSize() {
        return sample.effectiveSize(explanations);
    }

    /** What one of the explanations counted is worth, in explanations of equal weight; 1 without lots. */
    private double worth() {
        return explanations == 0 ? 1 : effectiveSize() / explanations;
    }

    /**
     * Whether what is worth of one explanation is known for a part of them: weights are kept of all together. Where none differ,
     * every one is worth one.
     */
    private boolean isWorthKnown(long cases) {
        return cases == 0 || cases == explanations || sample.explained() == explanations;
    }

    /**
     * How differently the cases were perceived; empty below two explanations. Where lots were drawn, a figure that takes the
     * weights of a part of the explanations alone is empty: of those that have a profile, or a feature that needs a shape.
     */
    public Optional<Heterogeneity> heterogeneity() {
        if (sample.explained() < 2) {
            return Optional.empty();
        }
        return Optional.of(new Heterogeneity(
                profiles.profiles(),
                profiles.divergence(),
                isWorthKnown(profiles.profiles()) ? profiles.correctedDivergence(worth()) : OptionalDouble.empty(),
                ClassEntropy.of(classCounts.values(), effectiveSize()),
                quadraticEntropy(false),
                quadraticEntropy(true)));
    }

    private OptionalDouble quadraticEntropy(boolean corrected) {
        double sum = 0;
        boolean known = false;
        for (Feature feature : QUADRATIC) {
            FeatureStatistics statistics = features.getOrDefault(feature.fieldName(), FeatureStatistics.EMPTY);
            if (!isWorthKnown(statistics.moments().count())) {
                return OptionalDouble.empty();
            }
            OptionalDouble variance = statistics.moments().variance(worth());
            if (variance.isPresent()) {
                sum += variance.getAsDouble() - (corrected ? statistics.noise().mean() : 0);
                known |= !corrected || statistics.noise().count() > 0;
            }
        }
        return known ? OptionalDouble.of(2 * sum) : OptionalDouble.empty();
    }
}
