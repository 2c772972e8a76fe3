package io.limen.explainer.application;

import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.image.Window;
import java.util.List;

/**
 * What interventions are made on and where their effect is read.
 *
 * @param image the model's input, or a part of it
 * @param region in the image's coordinates
 * @param blocks treated, in the image's coordinates; a block keeps its index in the grid of the whole input
 */
public record ProbedCase(Image image, RegionOfInterest region, List<Block> blocks) {

    public ProbedCase {
        blocks = List.copyOf(blocks);
    }

    /** The case with some of its blocks only. */
    public ProbedCase with(List<Block> some) {
        return new ProbedCase(image, region, some);
    }

    /** The part of the case inside a window that contains its region and blocks. */
    public ProbedCase croppedTo(Window window) {
        return new ProbedCase(
                image.crop(window),
                region.seenFrom(window),
                blocks.stream().map(block -> block.seenFrom(window)).toList());
    }
}
