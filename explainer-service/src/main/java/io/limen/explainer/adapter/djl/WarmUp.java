package io.limen.explainer.adapter.djl;

import io.limen.explainer.application.ModelRejectedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Finds the fastest plan by running each a few times, in turns, so that whatever else the machine does hits all alike. First
 * the order of memory, then the size of the batch. A plan counts only if its outputs are those of one image at a time, but
 * for rounding.
 */
final class WarmUp {

    /** Small enough to be quick, large enough to show what the order of memory does. */
    private static final int IMAGES_TO_COMPARE = 4;

    private static final int ROUNDS = 3;

    /** Half of what {@link Doubt} allows for: the images tried here are few. */
    private static final float AGREEMENT = Doubt.ROUNDING / 2;

    /** A batch that is faster by less is not worth its memory. */
    private static final double WORTH_IT = 0.97;

    private final Trial trial;
    private final int most;
    private final LongSupplier nanoTime;
    private final long end;
    private final List<float[]> expected = new ArrayList<>();
    private final Map<BatchPlan, Long> fastest = new HashMap<>();

    /** Runs images of a batch that was prepared for it. */
    @FunctionalInterface
    interface Trial {

        /** The probabilities of images 0 to {@code plan.images()} - 1 after {@code from}. */
        float[] run(int from, BatchPlan plan) throws ModelRejectedException;
    }

    /**
     * @param most images in the batch that was prepared
     * @param nanoTime a clock, nanoseconds
     * @param limit after which nothing new is tried
     */
    WarmUp(Trial trial, int most, LongSupplier nanoTime, Duration limit) {
        this.trial = trial;
        this.most = most;
        this.nanoTime = nanoTime;
        this.end = nanoTime.getAsLong() + limit.toNanos();
    }

    /**
     * @param layouts what the model can do
     * @return the plan to use; one image at a time when nothing else agrees with it
     * @throws ModelRejectedException when the model does not even run one image
     */
    BatchPlan choose(Set<MemoryLayout> layouts) throws ModelRejectedException {
        int compared = Math.min(IMAGES_TO_COMPARE, most);
        for (int image = 0; image < compared; image++) {
            expected.add(trial.run(image, BatchPlan.CANONICAL));
        }
        measure(layouts.stream()
                .sorted()
                .map(layout -> new BatchPlan(layout, compared))
                .toList());
        MemoryLayout layout = best().layout();
        List<BatchPlan> sizes = new ArrayList<>();
        for (int images = 1; images < most; images *= 2) {
            sizes.add(new BatchPlan(layout, images));
        }
        sizes.add(new BatchPlan(layout, most));
        measure(sizes);
        return best();
    }

    private void measure(List<BatchPlan> plans) throws ModelRejectedException {
        List<BatchPlan> running = new ArrayList<>();
        for (BatchPlan plan : plans) {
            if (inTime() && agrees(plan)) {
                running.add(plan);
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (BatchPlan plan : running) {
                if (inTime() || round == 0) {
                    time(plan);
                }
            }
        }
    }

    /** Runs a plan for the first time: libtorch prepares itself for it meanwhile. */
    private boolean agrees(BatchPlan plan) {
        try {
            trial.run(0, plan);
            float[] found = trial.run(0, plan);
            int size = expected.get(0).length;
            for (int image = 0; image < Math.min(expected.size(), plan.images()); image++) {
                for (int i = 0; i < size; i++) {
                    if (!(Math.abs(found[image * size + i] - expected.get(image)[i]) <= AGREEMENT)) {
                        return false;
                    }
                }
            }
            return true;
        } catch (ModelRejectedException tooLargeOrFixedInSize) {
            return false;
        }
    }

    private void time(BatchPlan plan) throws ModelRejectedException {
        long start = nanoTime.getAsLong();
        trial.run(0, plan);
        long each = (nanoTime.getAsLong() - start) / plan.images();
        fastest.merge(plan, each, Math::min);
    }

    private boolean inTime() {
        return nanoTime.getAsLong() < end && !Thread.currentThread().isInterrupted();
    }

    private BatchPlan best() {
        if (fastest.isEmpty()) {
            return BatchPlan.CANONICAL;
        }
        BatchPlan best = null;
        for (BatchPlan plan : fastest.keySet().stream()
                .sorted(Comparator.comparingInt(BatchPlan::images).thenComparing(BatchPlan::layout))
                .toList()) {
            if (best == null || fastest.get(plan) < WORTH_IT * fastest.get(best)) {
                best = plan;
            }
        }
        return best;
    }
}
