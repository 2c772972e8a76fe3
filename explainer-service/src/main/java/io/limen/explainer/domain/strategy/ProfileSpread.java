package io.limen.explainer.domain.strategy;

import java.util.Arrays;
import java.util.Optional;

/** How far profiles diverge from their mean; those of maps without effects are left out. Not safe for several threads. */
final class ProfileSpread {
    private final double[] sum = new double[StrategyFeatures.PROFILE_CELLS];
    private double entropies;
    private int count;

    void add(double[] profile) {
        if (Arrays.stream(profile).sum() > 0) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += profile[i];
            }
            entropies += entropy(profile);
            count++;
        }
    }

    /**
     * Generalised Jensen-Shannon divergence (Lin 1991), entropy of the mean less mean of the entropies, nats; times
     * n / (n - 1), for the mean of n profiles follows each of them by a part of 1 / n.
     *
     * @param least profiles it takes, 2 or more; empty with fewer
     */
    Optional<Double> divergence(int least) {
        if (count < least) {
            return Optional.empty();
        }
        double[] mean = Arrays.stream(sum).map(total -> total / count).toArray();
        double divergence = Math.max(0, entropy(mean) - entropies / count);
        return Optional.of(divergence * count / (count - 1));
    }

    private static double entropy(double[] shares) {
        return Arrays.stream(shares)
                .filter(share -> share > 0)
                .map(share -> -share * Math.log(share))
                .sum();
    }
}
