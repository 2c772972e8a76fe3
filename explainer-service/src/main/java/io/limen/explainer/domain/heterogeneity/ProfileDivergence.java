package io.limen.explainer.domain.heterogeneity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How differently models perceive cases, split into what lies within and what lies between models: the generalised Jensen-Shannon
 * divergence (Lin 1991, equation 5.1, applied twice). With n_m profiles of mean q_m and mean entropy h_m of model m, n = sum n_m
 * and q = sum n_m q_m / n,
 *
 * <pre>within = sum n_m/n (H(q_m) - h_m)    between = H(q) - sum n_m/n H(q_m)    total = H(q) - sum n_m/n h_m</pre>
 *
 * so that within + between = total. Nats, each 0 or more but for rounding.
 *
 * @param within of the models, weighted by their profiles
 * @param between the models' mean profiles
 * @param total of all profiles, whichever model they are of
 */
public record ProfileDivergence(double within, double between, double total) {

    /**
     * Of the profiles of each model.
     *
     * @return empty without a profile. Cost O(profiles x cells)
     */
    public static Optional<ProfileDivergence> of(List<List<CaseProfile>> models) {
        List<List<CaseProfile>> known =
                models.stream().filter(profiles -> !profiles.isEmpty()).toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        List<CaseProfile> all = known.stream().flatMap(List::stream).toList();
        double ofMeans = 0;
        for (List<CaseProfile> profiles : known) {
            ofMeans += entropyOfMean(profiles) * profiles.size() / all.size();
        }
        double whole = entropyOfMean(all);
        double mean = meanEntropy(all);
        return Optional.of(new ProfileDivergence(ofMeans - mean, whole - ofMeans, whole - mean));
    }

    /** Of one model: H(mean profile) - mean H(profile), nats, in [0, ln cells]; empty without a profile. */
    public static OptionalDouble within(List<CaseProfile> profiles) {
        return profiles.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(0, entropyOfMean(profiles) - meanEntropy(profiles)));
    }

    private static double entropyOfMean(List<CaseProfile> profiles) {
        double[] sums = new double[profiles.get(0).cells().length];
        profiles.forEach(profile -> profile.addTo(sums));
        return ShannonEntropy.of(sums);
    }

    private static double meanEntropy(List<CaseProfile> profiles) {
        double sum = 0;
        for (CaseProfile profile : profiles) {
            sum += profile.entropy();
        }
        return sum / profiles.size();
    }
}
