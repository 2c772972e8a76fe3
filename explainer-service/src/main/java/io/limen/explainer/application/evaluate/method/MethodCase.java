package io.limen.explainer.application.evaluate.method;

import io.limen.explainer.application.CaseToExplain;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ModelRepository.RepositoryModel;
import io.limen.explainer.application.Reference;
import io.limen.explainer.application.RegionSelection;
import io.limen.explainer.application.SegmentImage;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.effect.RegionScore;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.ProbabilityMap;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.PatchBank;
import io.limen.explainer.domain.surrogate.RegionOutput;
import java.util.List;
import java.util.Optional;

/**
 * A case as all methods see it.
 *
 * @param subject the case, its region given
 * @param source the model, and the donors that methods may use
 * @param input the image at the model's input size
 * @param output the model's probabilities for it
 * @param reference what the region is scored against, of the same size
 * @param region explained
 * @param grid the tiling of the input
 * @param blocks treated, at least one
 */
public record MethodCase(
        CaseToExplain subject,
        RepositoryModel source,
        Image input,
        ProbabilityMap output,
        Reference reference,
        RegionOfInterest region,
        BlockGrid grid,
        List<Block> blocks) {

    public MethodCase {
        blocks = List.copyOf(blocks);
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("MethodCase: no block to treat");
        }
    }

    /**
     * Segments a case for a region.
     *
     * @throws ModelRejectedException when the model refuses the image, or the region does not fit
     */
    public static MethodCase of(CaseToExplain subject, RepositoryModel source, RegionOfInterest region, int blockSize)
            throws ModelRejectedException {
        Image input = SegmentImage.input(subject.image(), source.model().description());
        ProbabilityMap output = source.model().segment(input);
        Mask prediction = output.threshold(source.model().description().threshold());
        BlockGrid grid = new BlockGrid(input.height(), input.width(), blockSize);
        List<Block> blocks = grid.treated(region);
        if (!region.fitsIn(input.height(), input.width()) || blocks.isEmpty()) {
            throw new ModelRejectedException(
                    "the region leaves nothing to treat in a " + input.height() + "x" + input.width() + " image");
        }
        return new MethodCase(
                new CaseToExplain(
                        subject.image(),
                        subject.imageSha256(),
                        Optional.empty(),
                        subject.groundTruth(),
                        new RegionSelection.Given(region)),
                source,
                input,
                output,
                Reference.of(subject.groundTruth(), prediction),
                region,
                grid,
                blocks);
    }

    /** The same with other donors. @param other of the same model */
    public MethodCase with(RepositoryModel other) {
        return new MethodCase(subject, other, input, output, reference, region, grid, blocks);
    }

    /** The case as it was given, but for its ground truth: it is then scored against the model's own mask. */
    public CaseToExplain withoutTruth() {
        return new CaseToExplain(
                subject.image(), subject.imageSha256(), Optional.empty(), Optional.empty(), subject.region());
    }

    public SegmentationModel model() {
        return source.model();
    }

    /** Donors that methods may use. @throws ModelRejectedException when there are none */
    public PatchBank donors() throws ModelRejectedException {
        return source.bank(grid.blockSize(), subject.imageSha256());
    }

    /** Scores what is done to the region. */
    public RegionScore score() {
        return new RegionScore(output.crop(region), reference.mask().crop(region), threshold(), region.membership());
    }

    /** The region's output, whatever the image. @param probabilities of the region's bounds */
    public RegionOutput regionOutput(float[] probabilities) {
        return RegionOutput.of(
                new ProbabilityMap(region.height(), region.width(), probabilities),
                reference.mask().crop(region),
                threshold(),
                region.membership());
    }

    /** The region's unperturbed output. */
    public RegionOutput regionOutput() {
        return regionOutput(output.crop(region).probabilities());
    }

    private double threshold() {
        return model().description().threshold();
    }
}
