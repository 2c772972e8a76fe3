package io.limen.aggregator.domain.heterogeneity;

import java.util.OptionalDouble;

/**
 * How differently a model perceives different inputs. Where lots were drawn, the corrected divergence is empty unless every
 * explanation has a profile, and Rao's entropy unless every one has each feature that enters it: what the weights of a part of
 * them are worth is not kept.
 *
 * @param profiles explanations with a profile
 * @param profileDivergence {@link ProfileSums#divergence}, nats
 * @param profileDivergenceCorrected {@link ProfileSums#correctedDivergence}, nats
 * @param classEntropy {@link ClassEntropy}, nats
 * @param raoQuadraticEntropy twice the sum of the variances of features that lie in [0,1] (Rao 1982, for the squared Euclidean distance); empty below two explanations
 * @param raoQuadraticEntropyCorrected the same less what noise explains of the variances; empty when nothing of it was estimated
 */
public record Heterogeneity(
        long profiles,
        OptionalDouble profileDivergence,
        OptionalDouble profileDivergenceCorrected,
        OptionalDouble classEntropy,
        OptionalDouble raoQuadraticEntropy,
        OptionalDouble raoQuadraticEntropyCorrected) {}
