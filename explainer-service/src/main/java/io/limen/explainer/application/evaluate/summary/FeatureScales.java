package io.limen.explainer.application.evaluate.summary;

import io.limen.explainer.domain.heterogeneity.RaoEntropy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Standard deviations of features over the cases of all models.
 *
 * @param features indices of those that vary
 * @param scales their standard deviations
 */
record FeatureScales(int[] features, double[] scales) {

    static FeatureScales of(List<double[]> cases) {
        if (cases.size() < 2) {
            return new FeatureScales(new int[0], new double[0]);
        }
        double[] all = IntStream.range(0, PerceivedCases.FEATURES.size())
                .mapToDouble(feature -> Math.sqrt(RaoEntropy.variance(cases, feature)))
                .toArray();
        int[] varying = IntStream.range(0, all.length).filter(i -> all[i] > 0).toArray();
        return new FeatureScales(
                varying, Arrays.stream(varying).mapToDouble(i -> all[i]).toArray());
    }

    /** Of one case's features those that vary. */
    double[] varying(double[] ofCase) {
        return Arrays.stream(features).mapToDouble(i -> ofCase[i]).toArray();
    }
}
