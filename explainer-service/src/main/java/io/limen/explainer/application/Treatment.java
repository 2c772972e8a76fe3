package io.limen.explainer.application;

import io.limen.explainer.application.ExplanationOutcome.Failed;
import io.limen.explainer.application.ExplanationOutcome.Skipped;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.ObjectChoice;
import io.limen.explainer.domain.image.RegionChoice;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.util.List;
import java.util.Optional;

/** Which region of a case is explained and which blocks are treated for it, or why none are. */
sealed interface Treatment {

    /**
     * @param region the region explained
     * @param grid the tiling of the input
     * @param blocks the blocks outside the region, at least one
     */
    record Planned(RegionOfInterest region, BlockGrid grid, List<Block> blocks) implements Treatment {}

    /**
     * @param outcome the end of the case
     */
    record Impossible(ExplanationOutcome outcome) implements Treatment {}

    /** Takes the region that is given, or chooses one on the reference mask. */
    static Treatment plan(RegionSelection selection, Mask reference, ExplanationSettings settings) {
        Optional<RegionOfInterest> region = region(selection, reference, settings);
        if (region.isEmpty()) {
            return new Impossible(new Skipped(
                    reference.area() == 0 ? "no foreground" : "no foreground in any window aligned to the blocks"));
        }
        return around(region.get(), reference.height(), reference.width(), settings.blockSize());
    }

    /** The compiler cannot see that the three kinds are all there are (Java 17): the last is what remains. */
    private static Optional<RegionOfInterest> region(
            RegionSelection selection, Mask reference, ExplanationSettings settings) {
        if (selection instanceof RegionSelection.Given given) {
            return Optional.of(given.region());
        }
        return selection instanceof RegionSelection.LargestObject
                ? ObjectChoice.largest(reference)
                : new RegionChoice(settings.regionSize(), settings.blockSize()).choose(reference);
    }

    private static Treatment around(RegionOfInterest region, int height, int width, int blockSize) {
        String rectangle = region.y() + "," + region.x() + "," + region.height() + "," + region.width();
        if (!region.fitsIn(height, width)) {
            return failed("region " + rectangle + " lies outside the " + height + "x" + width + " output");
        }
        BlockGrid grid = new BlockGrid(height, width, blockSize);
        List<Block> treated = grid.treated(region);
        return treated.isEmpty()
                ? failed("region " + rectangle + " leaves no block of size " + blockSize + " to treat in the " + height
                        + "x" + width + " image")
                : new Planned(region, grid, treated);
    }

    private static Treatment failed(String reason) {
        return new Impossible(new Failed(reason));
    }
}
