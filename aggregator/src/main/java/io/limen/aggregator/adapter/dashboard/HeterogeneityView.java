package io.limen.aggregator.adapter.dashboard;

import io.limen.schemas.Heterogeneity;

/** How differently the model perceives different inputs as JSON, by the names of the schema; what is not known is null. */
public record HeterogeneityView(
        long profiles,
        Double profileDivergence,
        Double profileDivergenceCorrected,
        Double classEntropy,
        Double raoQuadraticEntropy,
        Double raoQuadraticEntropyCorrected) {

    static HeterogeneityView of(Heterogeneity heterogeneity) {
        return heterogeneity == null
                ? null
                : new HeterogeneityView(
                        heterogeneity.getProfiles(),
                        FeatureView.finiteOrNull(heterogeneity.getProfileDivergence()),
                        FeatureView.finiteOrNull(heterogeneity.getProfileDivergenceCorrected()),
                        FeatureView.finiteOrNull(heterogeneity.getClassEntropy()),
                        FeatureView.finiteOrNull(heterogeneity.getRaoQuadraticEntropy()),
                        FeatureView.finiteOrNull(heterogeneity.getRaoQuadraticEntropyCorrected()));
    }
}
