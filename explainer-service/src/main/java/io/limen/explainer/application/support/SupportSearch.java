package io.limen.explainer.application.support;

import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ProbedCase;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.image.Window;
import io.limen.explainer.domain.intervention.PatchBank;
import io.limen.explainer.domain.support.ReceptiveSupport;

/**
 * Finds the support of a region: on each side of the image, by bisection in steps of a block, how much can be replaced by
 * NaN before NaN arrives in the region. At most 4 (1 + log2(blocks per side)) forward passes, 4 for a model in which
 * everything reaches everything; then {@link Surroundings} confirm what was found with ordinary values.
 */
final class SupportSearch {

    private final SegmentationModel model;
    private final Image image;
    private final RegionOfInterest region;
    private final PatchBank bank;
    private final ForwardCount forwards;

    SupportSearch(SegmentationModel model, ProbedCase subject, PatchBank bank, ForwardCount forwards) {
        this.model = model;
        this.image = subject.image();
        this.region = subject.region();
        this.bank = bank;
        this.forwards = forwards;
    }

    /** The whole image when nothing smaller is certain, or the model fails on what it is asked. */
    ReceptiveSupport find() throws InterruptedException {
        Window whole = Window.whole(image.height(), image.width());
        try {
            Window found = smallest();
            boolean confirmed = found.equals(whole) || !reached(found) && ordinaryValuesDoNotReach(found);
            return new ReceptiveSupport(confirmed ? found : whole);
        } catch (ModelRejectedException e) {
            return new ReceptiveSupport(whole);
        }
    }

    private Window smallest() throws ModelRejectedException, InterruptedException {
        int height = image.height();
        int width = image.width();
        int step = bank.blockSize();
        int top = step * mostCut(region.y() / step, cut -> new Window(cut * step, 0, height - cut * step, width));
        int left = step * mostCut(region.x() / step, cut -> new Window(0, cut * step, height, width - cut * step));
        int rows = blocks(height)
                - mostCut(
                        blocks(height) - blocks(region.bounds().bottom()),
                        cut -> new Window(0, 0, (blocks(height) - cut) * step, width));
        int columns = blocks(width)
                - mostCut(
                        blocks(width) - blocks(region.bounds().right()),
                        cut -> new Window(0, 0, height, (blocks(width) - cut) * step));
        return new Window(top, left, Math.min(height, rows * step) - top, Math.min(width, columns * step) - left);
    }

    /** What is left of the image when some blocks are cut off at one side. */
    private interface Cut {
        Window kept(int blocks);
    }

    /** The most blocks, up to a limit, that can be cut off without the region noticing. */
    private int mostCut(int limit, Cut side) throws ModelRejectedException, InterruptedException {
        if (limit == 0 || reached(side.kept(1))) {
            return 0;
        }
        int unnoticed = 1;
        int noticed = limit + 1;
        while (noticed - unnoticed > 1) {
            int middle = (unnoticed + noticed) >>> 1;
            if (reached(side.kept(middle))) {
                noticed = middle;
            } else {
                unnoticed = middle;
            }
        }
        return unnoticed;
    }

    private boolean reached(Window kept) throws ModelRejectedException, InterruptedException {
        forwards.spend(1);
        return model.reachedFromOutside(image, region, kept);
    }

    private boolean ordinaryValuesDoNotReach(Window found) throws ModelRejectedException, InterruptedException {
        forwards.spend(1);
        float[] expected = model.segment(image).crop(region).probabilities();
        for (Image changed : Surroundings.of(image, found, bank)) {
            forwards.spend(1);
            float[] values = model.segment(changed).crop(region).probabilities();
            if (!SameOutput.within(expected, values, model.description().threshold())) {
                return false;
            }
        }
        return true;
    }

    private int blocks(int pixels) {
        return (pixels + bank.blockSize() - 1) / bank.blockSize();
    }
}
