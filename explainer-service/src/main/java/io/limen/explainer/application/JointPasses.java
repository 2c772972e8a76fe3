package io.limen.explainer.application;

import io.limen.explainer.domain.faithfulness.joint.JointPlan;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.DonorChoice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Replaces several blocks at once, in batches, within the budget. Owned by one thread, closed after use. */
final class JointPasses implements AutoCloseable {

    private final TreatedCase subject;
    private final Image image;
    private final ImageProbe probe;
    private final DonorChoice donors;

    /**
     * @param image the case's, or the part of it that matters
     * @param region in the image's coordinates
     */
    JointPasses(TreatedCase subject, Image image, RegionOfInterest region) {
        this.subject = subject;
        this.image = image;
        this.probe = subject.model().images(image, region);
        this.donors = new DonorChoice(subject.seed(), subject.bank().size());
    }

    /**
     * Makes passes in their order until they end or the budget does.
     *
     * @param blocks that passes speak of, in the image's coordinates
     * @return changes of the region's Dice, percentage points, one per pass made
     * @throws InterruptedException when the thread is interrupted; noticed between batches
     */
    double[] changes(List<JointPlan.Pass> passes, List<Block> blocks)
            throws ModelRejectedException, InterruptedException {
        BudgetMeter meter = subject.meter();
        long expected = meter.forwards() + passes.size();
        double[] changes = new double[passes.size()];
        int made = 0;
        while (made < passes.size()) {
            int batch = Math.min(probe.batchSize(), passes.size() - made);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (!meter.affords(batch)) {
                break;
            }
            List<Image> images = new ArrayList<>(batch);
            for (int pass = made; pass < made + batch; pass++) {
                images.add(passes.get(pass).intervention(pass, blocks, donors).on(image, subject.bank()));
            }
            float[] probabilities = probe.regionProbabilities(images);
            for (int i = 0; i < batch; i++) {
                changes[made + i] = subject.score().effect(probabilities, i).dicePoints();
            }
            made += batch;
            meter.spend(batch);
            subject.progress().forwards(meter.forwards(), meter.affordable(expected));
        }
        return Arrays.copyOf(changes, made);
    }

    @Override
    public void close() {
        probe.close();
    }
}
