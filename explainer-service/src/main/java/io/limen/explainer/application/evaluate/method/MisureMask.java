package io.limen.explainer.application.evaluate.method;

import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Window;
import io.limen.explainer.domain.saliency.Adam;
import io.limen.explainer.domain.saliency.BilinearGrid;
import io.limen.explainer.domain.saliency.TotalVariation;

/** The two stages of {@link Misure} on one case, a mask of one value per block of the grid. Owned by one thread. */
final class MisureMask {

    private static final double RATE = 0.05;

    private final MethodCase subject;
    private final BilinearGrid grid;
    private final ScoredImages images;
    private final Masking masking;
    private long forwards;

    MisureMask(MethodCase subject, BilinearGrid grid, ScoredImages images) {
        this.subject = subject;
        this.grid = grid;
        this.images = images;
        this.masking = new Masking(subject.input(), subject.region());
    }

    /** What was spent so far, in forward passes. */
    long forwards() {
        return forwards;
    }

    /** Ones around the region, ring by ring of blocks until what is seen suffices, or all is. */
    double[] sufficient() throws ModelRejectedException, InterruptedException {
        double baseline = subject.score().baselineDice();
        double[] mask = new double[grid.size()];
        int rings = Math.max(subject.grid().rows(), subject.grid().columns());
        for (int ring = 0; ring <= rings; ring++) {
            seeWithin(ring, mask);
            float[] found = images.one(masked(mask));
            forwards++;
            double dice = baseline + subject.score().effect(found, 0).dicePoints();
            if (dice >= Misure.SUFFICIENT * baseline) {
                break;
            }
        }
        return mask;
    }

    private void seeWithin(int ring, double[] mask) {
        int reach = ring * subject.grid().blockSize();
        Window bounds = subject.region().bounds();
        for (int i = 0; i < mask.length; i++) {
            Block block = subject.grid().block(i);
            boolean near = block.y() < bounds.bottom() + reach
                    && block.y() + block.height() > bounds.y() - reach
                    && block.x() < bounds.right() + reach
                    && block.x() + block.width() > bounds.x() - reach;
            mask[i] = near ? 1 : 0;
        }
    }

    /** Makes a mask smaller and smoother, never larger. */
    void shrink(double[] mask, int steps, Misure weights) throws ModelRejectedException, InterruptedException {
        double[] most = mask.clone();
        SoftGradient soft = new SoftGradient(subject);
        Adam adam = new Adam(mask.length, RATE);
        TotalVariation variation =
                new TotalVariation(subject.grid().rows(), subject.grid().columns());
        for (int step = 0; step < steps; step++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            double[] gradient = lost(mask, soft);
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += weights.area() / gradient.length;
            }
            variation.addDerivative(mask, weights.roughness(), gradient);
            adam.step(mask, gradient);
            for (int i = 0; i < mask.length; i++) {
                mask[i] = Math.min(most[i], mask[i]);
            }
        }
    }

    /** The derivative of the soft Dice lost, a share of one, by each value of the mask. */
    private double[] lost(double[] mask, SoftGradient soft) throws ModelRejectedException, InterruptedException {
        Image image = masked(mask);
        double[] byMask = masking.byMask(soft.at(image, images));
        forwards += SoftGradient.COST;
        double[] lost = grid.gather(byMask, image.height(), image.width());
        for (int i = 0; i < lost.length; i++) {
            lost[i] /= -100;
        }
        return lost;
    }

    private Image masked(double[] mask) {
        Image input = subject.input();
        return masking.masked(masking.keepingRegion(grid.spread(mask, input.height(), input.width())));
    }
}
