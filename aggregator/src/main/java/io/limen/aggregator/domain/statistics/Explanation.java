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
 */
public record Explanation(
        String id,
        ExplainedCase explained,
        GroupKey group,
        Map<String, Double> features,
        PerceptualStrategy strategy,
        Profile profile,
        MonteCarloNoise noise,
        ComponentFindings components) {

    /** No feature comes near it, and the sum of its squares over any count stays finite. */
    public static final double MAX_MAGNITUDE = 1e12;

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
        features = Map.copyOf(features);
        features.forEach((name, value) -> {
            if (!(Math.abs(value) <= MAX_MAGNITUDE)) {
                throw new IllegalArgumentException(name + " is " + value);
            }
        });
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
