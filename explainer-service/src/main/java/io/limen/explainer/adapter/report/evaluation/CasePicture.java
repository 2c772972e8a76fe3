package io.limen.explainer.adapter.report.evaluation;

import io.limen.explainer.adapter.report.Canvas;
import io.limen.explainer.application.evaluate.CaseEvaluation.Evaluated;
import io.limen.explainer.application.evaluate.DatasetCase;
import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.image.Resampling;
import io.limen.explainer.domain.saliency.BlockRelevance;
import java.awt.Color;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Small pictures of a case as one model gets it: the image, and the map of a method. */
final class CasePicture {

    /** Small enough for a dozen side by side, large enough to tell blocks apart. */
    private static final int SIDE_PX = 224;

    private static final Color TRUTH = new Color(0xffd54f);
    private static final Color SOFT = new Color(0x7b8794);

    private final Evaluated pair;
    private final BlockGrid grid;
    private final RegionOfInterest region;
    private final Image image;
    private final Optional<Mask> truth;
    private final double scale;

    CasePicture(Evaluated pair, DatasetCase one) {
        this.pair = pair;
        this.grid = pair.grid();
        this.region = new RegionOfInterest(pair.region(), Optional.empty());
        this.image = Resampling.resize(one.subject().image(), grid.imageHeight(), grid.imageWidth());
        this.truth =
                one.subject().groundTruth().map(mask -> Resampling.resize(mask, grid.imageHeight(), grid.imageWidth()));
        this.scale = (double) SIDE_PX / Math.max(grid.imageHeight(), grid.imageWidth());
    }

    /** PNG of the image with the region in green and the ground truth's outline in yellow. */
    byte[] image() {
        Canvas canvas = canvas();
        canvas.image(image);
        truth.ifPresent(mask -> canvas.contour(mask, TRUTH, 1));
        canvas.region(region, 2);
        return canvas.png();
    }

    /** PNG of a method's map, one square per block, with the region and the outline of the ground truth. */
    byte[] map(BlockRelevance relevance) {
        Canvas canvas = canvas();
        RelevanceScale colours = RelevanceScale.of(relevance);
        double[] values = relevance.values();
        Set<Integer> treated = new HashSet<>(pair.treated());
        for (int index = 0; index < grid.size(); index++) {
            if (!treated.contains(index)) {
                canvas.hatched(grid.block(index));
            }
        }
        for (int i = 0; i < values.length; i++) {
            canvas.block(grid.block(pair.treated().get(i)), colours.colour(values[i]));
        }
        truth.ifPresent(mask -> canvas.contour(mask, SOFT, 1));
        canvas.frame(image);
        canvas.region(region, 2);
        return canvas.png();
    }

    private Canvas canvas() {
        return new Canvas(
                (int) Math.round(grid.imageWidth() * scale), (int) Math.round(grid.imageHeight() * scale), scale);
    }
}
