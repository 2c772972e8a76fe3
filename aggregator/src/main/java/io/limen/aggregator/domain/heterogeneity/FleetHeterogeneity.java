package io.limen.aggregator.domain.heterogeneity;

import io.limen.aggregator.domain.strategy.Profile;
import java.util.ArrayList;
import java.util.List;

/**
 * How the heterogeneity of all profiles of a fleet splits into that within and that between models: with n_m profiles of
 * mean q_m and mean entropy h_m in model m, n = sum n_m and q = sum n_m q_m / n,
 *
 * <pre>within = sum n_m/n (H(q_m) - h_m)    between = H(q) - sum n_m/n H(q_m)    total = H(q) - sum n_m/n h_m</pre>
 *
 * so that within + between = total (Lin 1991, eq. 5.1, applied twice). Nats, each 0 or more; 0 without a profile. Costs O(models x 48).
 *
 * @param within of the models, weighted by their profiles
 * @param between the models' mean profiles
 * @param total of all profiles, whichever model they are of
 */
public record FleetHeterogeneity(double within, double between, double total) {

    /** Of the profiles of each model. */
    public static FleetHeterogeneity of(List<ProfileSums> models) {
        ProfileSums all = models.stream().reduce(ProfileSums.EMPTY, ProfileSums::merge);
        if (all.profiles() == 0) {
            return new FleetHeterogeneity(0, 0, 0);
        }
        double meanEntropy = all.entropySum() / all.profiles();
        double meanOfModels = models.stream()
                .mapToDouble(model -> model.entropyOfMean() * model.profiles() / all.profiles())
                .sum();
        double whole = all.entropyOfMean();
        return new FleetHeterogeneity(
                Math.max(0, meanOfModels - meanEntropy),
                Math.max(0, whole - meanOfModels),
                Math.max(0, whole - meanEntropy));
    }

    /**
     * Jensen-Shannon distance of each two mean profiles: sqrt((H((p+q)/2) - (H(p)+H(q))/2) / ln 2), the square root of the
     * divergence in bits, a metric in [0,1] (Endres and Schindelin 2003). Costs O(models^2 x 48).
     *
     * @return row-major [models, models], symmetric, 0 on the diagonal; NaN where a model has no profile
     */
    public static List<Double> distances(List<ProfileSums> models) {
        int n = models.size();
        double[] distances = new double[n * n];
        List<Profile> means = models.stream().map(FleetHeterogeneity::mean).toList();
        for (int a = 0; a < n; a++) {
            for (int b = a; b < n; b++) {
                boolean known = models.get(a).profiles() > 0 && models.get(b).profiles() > 0;
                double distance = !known ? Double.NaN : a == b ? 0 : distance(means.get(a), means.get(b));
                distances[a * n + b] = distance;
                distances[b * n + a] = distance;
            }
        }
        List<Double> boxed = new ArrayList<>(distances.length);
        for (double distance : distances) {
            boxed.add(distance);
        }
        return boxed;
    }

    /** The mean profile; all 0 without a profile. */
    public static Profile mean(ProfileSums model) {
        return model.profiles() == 0 ? Profile.ZERO : model.sum().times(1.0 / model.profiles());
    }

    private static double distance(Profile p, Profile q) {
        double divergence = ShannonEntropy.of(p.plus(q).cells())
                - (ShannonEntropy.of(p.cells()) + ShannonEntropy.of(q.cells())) / 2;
        return Math.sqrt(Math.min(1, Math.max(0, divergence / Math.log(2))));
    }
}
