package io.limen.aggregator.domain.heterogeneity;

import io.limen.aggregator.domain.strategy.Profile;
import java.util.OptionalDouble;

/**
 * What is kept of the profiles of many explanations, mergeable: enough for their generalised Jensen-Shannon divergence
 * (Lin 1991, eq. 5.1, equal weights), in constant memory. An explanation without a significant block has no profile and
 * is not counted.
 *
 * @param profiles how many
 * @param sum of the profiles, each of sum 1
 * @param entropySum sum of the profiles' entropies, nats
 * @param noiseEstimates how many explanations say what the noise of their draws does to the profile
 * @param noiseSum sum of these divergences, nats
 */
public record ProfileSums(long profiles, Profile sum, double entropySum, long noiseEstimates, double noiseSum) {

    /** Of no explanations. */
    public static final ProfileSums EMPTY = new ProfileSums(0, Profile.ZERO, 0, 0, 0);

    public ProfileSums {
        if (profiles < 0 || noiseEstimates < 0 || noiseEstimates > profiles) {
            throw new IllegalArgumentException("ProfileSums: profiles " + profiles + ", estimates " + noiseEstimates);
        }
        if (!(entropySum >= 0 && noiseSum >= 0)) {
            throw new IllegalArgumentException("ProfileSums: entropies " + entropySum + ", noise " + noiseSum);
        }
    }

    /**
     * These and one more.
     *
     * @param profile of one explanation: a distribution, or all 0, which changes nothing
     * @param noise divergence that the noise gives the profile, nats
     */
    public ProfileSums add(Profile profile, OptionalDouble noise) {
        return merge(of(profile, noise, 1));
    }

    /** Of one explanation, as {@link #add}, so many times. */
    public static ProfileSums of(Profile profile, OptionalDouble noise, long times) {
        if (profile.total() == 0) {
            return EMPTY;
        }
        return new ProfileSums(
                times,
                profile.times(times),
                times * ShannonEntropy.of(profile.cells()),
                noise.isPresent() ? times : 0,
                times * noise.orElse(0));
    }

    /** These and the other ones, as if all had been added to one. */
    public ProfileSums merge(ProfileSums other) {
        return new ProfileSums(
                profiles + other.profiles,
                sum.plus(other.sum),
                entropySum + other.entropySum,
                noiseEstimates + other.noiseEstimates,
                noiseSum + other.noiseSum);
    }

    /** Entropy of the mean profile, nats; 0 without a profile. */
    public double entropyOfMean() {
        return ShannonEntropy.of(sum.cells());
    }

    /** H(mean profile) - mean H(profile), nats, in [0, ln 48]: 0 when all are the same; empty without a profile. */
    public OptionalDouble divergence() {
        return profiles == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(0, entropyOfMean() - entropySum / profiles));
    }

    /**
     * The divergence less what noise explains, nats; may be below 0 by chance, and is 0 in expectation when all is noise.
     * Of n profiles that differ by noise of divergence v alone, the divergence is v (n - 1) / n to second order, for the
     * mean profile follows the profiles; that is what is subtracted, v being the mean over the explanations that estimated
     * it. Empty when none did.
     */
    public OptionalDouble correctedDivergence() {
        return correctedDivergence(1);
    }

    /**
     * As {@link #correctedDivergence()}, where lots were drawn.
     *
     * @param worth of one of the profiles, in profiles of equal weight, in (0,1]
     */
    public OptionalDouble correctedDivergence(double worth) {
        if (noiseEstimates == 0) {
            return OptionalDouble.empty();
        }
        double n = Math.max(1, profiles * worth);
        double noise = noiseSum / noiseEstimates * (n - 1) / n;
        return OptionalDouble.of(divergence().orElse(0) - noise);
    }
}
