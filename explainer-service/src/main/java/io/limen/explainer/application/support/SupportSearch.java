package io.limen.explainer.application.support;

import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ProbedCase;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.image.Window;
import io.limen.explainer.domain.intervention.PatchBank;
import io.limen.explainer.domain.support.ReceptiveSupport;
import java.util.List;

/**
 * Finds the support of a region: on each side of the image, by bisection in steps of a block, how much can be replaced by
 * NaN before NaN arrives in the region. At most 4 (1 + log2(blocks per side)) forward passes, 4 for a model in which
 * everything reaches everything; then {@link Surroundings} confirm what was found with ordinary values.
 */
final class SupportSearch {

    /** One with NaN around, one of the image as it is, three with {@link Surroundings}. */
    private static final int CONFIRMING = 5;

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
    ReceptiveSupport find() throws InterruptedException, SearchAbandonedException {
        Window whole = Window.whole(image.height(), image.width());
        try {
            Window found = smallest();
            return new ReceptiveSupport(found.equals(whole) || confirmed(found) ? found : whole);
        } catch (ModelRejectedException e) {
            return new ReceptiveSupport(whole);
        }
    }

    /**
     * Whether a search on this image would find what was found on another of the same size: nothing outside arrives, and NaN one
     * block further in does on each side. At most 9 forward passes.
     */
    boolean holds(ReceptiveSupport support) throws InterruptedException, SearchAbandonedException {
        try {
            return minimal(support.window()) && confirmed(support.window());
        } catch (ModelRejectedException e) {
            return false;
        }
    }

    /** The most forward passes that the search takes. */
    int mostForwards() {
        int blocksPerSide = blocks(Math.max(image.height(), image.width()));
        int bisections = Integer.SIZE - Integer.numberOfLeadingZeros(blocksPerSide);
        return 4 * (1 + bisections) + CONFIRMING;
    }

    private boolean confirmed(Window found)
            throws ModelRejectedException, InterruptedException, SearchAbandonedException {
        return !reached(found) && ordinaryValuesDoNotReach(found);
    }

    private boolean minimal(Window found)
            throws ModelRejectedException, InterruptedException, SearchAbandonedException {
        int step = bank.blockSize();
        int[] cuts = {
            found.y() / step,
            found.x() / step,
            blocks(image.height()) - blocks(found.bottom()),
            blocks(image.width()) - blocks(found.right())
        };
        List<Side> sides = sides();
        for (int i = 0; i < cuts.length; i++) {
            if (cuts[i] < sides.get(i).limit() && !reached(sides.get(i).cut().kept(cuts[i] + 1))) {
                return false;
            }
        }
        return true;
    }

    private Window smallest() throws ModelRejectedException, InterruptedException, SearchAbandonedException {
        int step = bank.blockSize();
        List<Side> sides = sides();
        int top = step * mostCut(sides.get(0));
        int left = step * mostCut(sides.get(1));
        int rows = blocks(image.height()) - mostCut(sides.get(2));
        int columns = blocks(image.width()) - mostCut(sides.get(3));
        return new Window(
                top, left, Math.min(image.height(), rows * step) - top, Math.min(image.width(), columns * step) - left);
    }

    /** What is left of the image when some blocks are cut off at one side. */
    private interface Cut {
        Window kept(int blocks);
    }

    /** @param limit the most blocks that can be cut off before the region is */
    private record Side(int limit, Cut cut) {}

    /** Top, left, bottom, right. */
    private List<Side> sides() {
        int height = image.height();
        int width = image.width();
        int step = bank.blockSize();
        Window bounds = region.bounds();
        return List.of(
                new Side(region.y() / step, cut -> new Window(cut * step, 0, height - cut * step, width)),
                new Side(region.x() / step, cut -> new Window(0, cut * step, height, width - cut * step)),
                new Side(
                        blocks(height) - blocks(bounds.bottom()),
                        cut -> new Window(0, 0, (blocks(height) - cut) * step, width)),
                new Side(
                        blocks(width) - blocks(bounds.right()),
                        cut -> new Window(0, 0, height, (blocks(width) - cut) * step)));
    }

    /** The most blocks that can be cut off without the region noticing. */
    private int mostCut(Side side) throws ModelRejectedException, InterruptedException, SearchAbandonedException {
        if (side.limit() == 0 || reached(side.cut().kept(1))) {
            return 0;
        }
        int unnoticed = 1;
        int noticed = side.limit() + 1;
        while (noticed - unnoticed > 1) {
            int middle = (unnoticed + noticed) >>> 1;
            if (reached(side.cut().kept(middle))) {
                noticed = middle;
            } else {
                unnoticed = middle;
            }
        }
        return unnoticed;
    }

    private boolean reached(Window kept) throws ModelRejectedException, InterruptedException, SearchAbandonedException {
        forwards.spend();
        return model.reachedFromOutside(image, region, kept);
    }

    private boolean ordinaryValuesDoNotReach(Window found)
            throws ModelRejectedException, InterruptedException, SearchAbandonedException {
        forwards.spend();
        float[] expected = model.segment(image).crop(region).probabilities();
        for (Image changed : Surroundings.of(image, found, bank)) {
            forwards.spend();
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
