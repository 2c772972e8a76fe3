package io.limen.explainer.application.support;

import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ProbedCase;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.image.Window;
import io.limen.explainer.domain.intervention.PatchBank;
import java.util.Optional;

/**
 * Finds the smallest part of an image that gives the region the same output: around the support, with sides at multiples
 * of the network's total stride, which nobody knows of a TorchScript file. So 8, 16, 32 and 64 are tried, and what
 * {@link CropTrial} finds different is no crop.
 */
final class CropSearch {

    private static final int[] STRIDES = {8, 16, 32, 64};

    /** The most forward passes that a search takes. */
    static final int MOST_FORWARDS = CropTrial.INTERVENTIONS * (1 + STRIDES.length);

    /** A part larger than this share of the image saves less than the search costs. */
    private static final double LARGEST_SHARE = 0.9;

    private final SegmentationModel model;
    private final ProbedCase subject;
    private final PatchBank bank;
    private final ForwardCount forwards;

    /** @param subject the whole input with the blocks that reach the region, at least one */
    CropSearch(SegmentationModel model, ProbedCase subject, PatchBank bank, ForwardCount forwards) {
        this.model = model;
        this.subject = subject;
        this.bank = bank;
        this.forwards = forwards;
    }

    /**
     * @param needed what the part must contain
     * @return empty when no part is both equal and worth it
     */
    Optional<Window> find(Window needed) throws InterruptedException, SearchAbandonedException {
        int height = subject.image().height();
        int width = subject.image().width();
        Window last = null;
        CropTrial trial = null;
        for (int stride : STRIDES) {
            Window window = needed.alignedTo(stride, height, width);
            if (window.area() > LARGEST_SHARE * height * width) {
                return Optional.empty();
            }
            if (!window.equals(last)) {
                try {
                    trial = trial == null ? CropTrial.on(model, subject, bank, forwards) : trial;
                    if (trial.equal(window)) {
                        return Optional.of(window);
                    }
                } catch (ModelRejectedException e) {
                    // the network can't take an image of this size; it may take a larger one
                }
            }
            last = window;
        }
        return Optional.empty();
    }
}
