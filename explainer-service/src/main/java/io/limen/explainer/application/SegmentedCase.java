package io.limen.explainer.application;

import io.limen.explainer.domain.effect.Dice;
import io.limen.explainer.domain.effect.RegionScore;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.ProbabilityMap;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.image.Resampling;
import io.limen.explainer.domain.trait.CaseTraits;
import io.limen.explainer.domain.trait.InputTraits;
import io.limen.explainer.domain.trait.OutputTraits;
import java.util.Optional;

/**
 * A case as the repository's model sees it, before any intervention. All of one size: the model's input size.
 *
 * @param input what goes into the model
 * @param output the model's probabilities
 * @param prediction the model's mask: the output above the threshold
 * @param reference what the region is scored against
 * @param deployedAgreement 100 x Dice of the mask that came with the case and the prediction; empty if none came
 */
record SegmentedCase(
        Image input, ProbabilityMap output, Mask prediction, Reference reference, Optional<Double> deployedAgreement) {

    /** Resizes the image to the model's input and segments it: one forward pass. */
    static SegmentedCase of(CaseToExplain subject, SegmentationModel model) throws ModelRejectedException {
        Image input = SegmentImage.input(subject.image(), model.description());
        ProbabilityMap output = model.segment(input);
        Mask prediction = output.threshold(model.description().threshold());
        Optional<Double> agreement = subject.deployedMask()
                .map(mask -> Resampling.resize(mask, prediction.height(), prediction.width()))
                .map(mask -> Dice.of(mask, prediction).percent());
        return new SegmentedCase(input, output, prediction, Reference.of(subject.groundTruth(), prediction), agreement);
    }

    /** What the image and the answer are like. */
    CaseTraits traits(RegionOfInterest region) {
        return new CaseTraits(InputTraits.of(input), OutputTraits.of(output, prediction, region));
    }

    /** The score of one region before and after interventions. */
    RegionScore score(RegionOfInterest region, double threshold) {
        return new RegionScore(output.crop(region), reference.mask().crop(region), threshold, region.membership());
    }
}
