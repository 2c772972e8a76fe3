package io.limen.aggregator.domain.statistics;

import io.limen.aggregator.domain.strategy.PerceptualStrategy;
import io.limen.aggregator.domain.strategy.Profile;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the statistics take from the explanation of one case.
 *
 * @param id hash of image, model and settings, 64 hexadecimal digits: shared by any sites and cases that have these in common
 * @param explained the case
 * @param group the site and reference mode
 * @param features value by {@link io.limen.aggregator.domain.strategy.Feature#fieldName}, in the feature's unit, at most {@link #MAX_MAGNITUDE} in size; a feature that the case leaves undefined is absent
 * @param strategy the class of strategy
 * @param profile distribution around the region
 * @param noise what the draws leave uncertain
 * @param components what it says of the network's components
 * @param inclusionProbability with which the case was explained at all, known before anything of it was, {@link #LEAST_PROBABILITY} to 1
 */
public record Explanation(
        String id,
        ExplainedCase explained,
        GroupKey group,
        Map<String, Double> features,
        PerceptualStrategy strategy,
        Profile profile,
        MonteCarloNoise noise,
        ComponentFindings components,
        double inclusionProbability) {

    /** No feature comes near it, and the sum of its squares over any count stays finite. */
    public static final double MAX_MAGNITUDE = 1e12;

    /** None stands for more than a million cases. */
    public static final double LEAST_PROBABILITY = 1e-6;

    /** Digits of the id that decide whether a part of a case counts; 52 bits. */
    private static final int LOT_DIGITS = 13;

    /** Rounding of a sum of 48 shares. */
    private static final double PROFILE_TOLERANCE = 1e-6;

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{64}");

    public Explanation {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("explanationId is not 64 hexadecimal digits");
        }
        double total = profile.total();
        if (!(total == 0 || Math.abs(total - 1) <= PROFILE_TOLERANCE)) {
            throw new IllegalArgumentException("the profile sums to " + total);
        }
        if (!(inclusionProbability >= LEAST_PROBABILITY && inclusionProbability <= 1)) {
            throw new IllegalArgumentException("inclusionProbability is " + inclusionProbability);
        }
        features = Map.copyOf(features);
        features.forEach((name, value) -> {
            if (!(Math.abs(value) <= MAX_MAGNITUDE)) {
                throw new IllegalArgumentException(name + " is " + value);
            }
        });
    }

    /** Of a case that was explained for certain. */
    public Explanation(
            String id,
            ExplainedCase explained,
            GroupKey group,
            Map<String, Double> features,
            PerceptualStrategy strategy,
            Profile profile,
            MonteCarloNoise noise,
            ComponentFindings components) {
        this(id, explained, group, features, strategy, profile, noise, components, 1);
    }

    /**
     * How many cases it stands for: 1 / inclusionProbability (Horvitz and Thompson 1952), its fraction rounded up with the probability
     * of the fraction, so that it is right in expectation and everything that counts cases goes on counting. The id, which has nothing
     * to do with what was found, is the lot.
     */
    public long cases() {
        double weight = 1 / inclusionProbability;
        double lot = Long.parseLong(id.substring(0, LOT_DIGITS), 16) / (double) (1L << 4 * LOT_DIGITS);
        long whole = (long) weight;
        return lot < weight - whole ? whole + 1 : whole;
    }

    /** The case explained. */
    public String caseId() {
        return explained.caseId();
    }

    /** Pseudonym of the study; empty when the case came without one. */
    public Optional<String> studyId() {
        return explained.studyId();
    }

    /** Event time. */
    public Instant segmentedAt() {
        return explained.segmentedAt();
    }

    /**
     * The same for deliveries of one explanation, different for any two sites, cases or explanations: the length of the
     * site keeps site and case apart, whatever characters they hold.
     */
    public String identity() {
        return id + "/" + group.site().length() + "/" + group.site() + "/" + caseId();
    }
}
