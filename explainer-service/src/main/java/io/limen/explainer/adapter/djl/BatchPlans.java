package io.limen.explainer.adapter.djl;

import io.limen.explainer.application.ModelRejectedException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The plans of one model for images of about one size, found when they are first needed. Used by several threads at a
 * time: the second waits for what the first measures.
 */
final class BatchPlans {

    /** What a user does not notice beside the seconds of an explanation. */
    static final Duration LIMIT = Duration.ofSeconds(2);

    private final String sha256;
    private final String circumstances;
    private final Set<MemoryLayout> layouts;
    private final Optional<PlanCache> cache;
    private final Map<String, BatchPlan> plans = new ConcurrentHashMap<>();

    /**
     * @param sha256 of the model's file
     * @param circumstances everything that a measurement depends on, but for model and image
     * @param layouts what the model can do
     * @param cache where measurements are remembered; absent: nothing is measured
     */
    BatchPlans(String sha256, String circumstances, Set<MemoryLayout> layouts, Optional<PlanCache> cache) {
        this.sha256 = sha256;
        this.circumstances = circumstances;
        this.layouts = layouts;
        this.cache = cache;
    }

    /**
     * The plan for images of a size.
     *
     * @param pixels of one image; what holds for one size is taken for all between the same powers of two
     * @param most images at a time
     * @param trial runs a batch of {@code most} images, if there is need to
     * @param time that may be spent on it; zero: only what is known
     */
    BatchPlan plan(long pixels, int most, WarmUp.Trial trial, Duration time) {
        if (cache.isEmpty()) {
            return new BatchPlan(MemoryLayout.PLAIN, most);
        }
        BatchPlan plan = plans.computeIfAbsent(key(pixels, most), key -> find(cache.get(), key, most, trial, time));
        return plan == null ? BatchPlan.CANONICAL : plan.atMost(most);
    }

    /** The order of memory that was found fastest for images of one size or another; plain when nothing was measured. */
    MemoryLayout usualLayout() {
        return plans.values().stream().map(BatchPlan::layout).findFirst().orElse(MemoryLayout.PLAIN);
    }

    /**
     * Nothing when nothing was measured; the next image may do better. What was measured in less than the usual time is kept
     * as long as this process lives, but not on disk.
     */
    private BatchPlan find(PlanCache remembered, String key, int most, WarmUp.Trial trial, Duration time) {
        Optional<BatchPlan> known = remembered.find(sha256, key).filter(plan -> layouts.contains(plan.layout()));
        if (known.isPresent()) {
            return known.get();
        }
        if (time.isZero()) {
            return null;
        }
        boolean hurried = time.compareTo(LIMIT) < 0;
        try {
            BatchPlan plan = new WarmUp(trial, most, System::nanoTime, hurried ? time : LIMIT).choose(layouts);
            if (Thread.currentThread().isInterrupted() || hurried && plan.equals(BatchPlan.CANONICAL)) {
                return null;
            }
            if (!hurried) {
                remembered.remember(sha256, key, plan);
            }
            return plan;
        } catch (ModelRejectedException e) {
            // Whoever wants the outputs will be told.
            return null;
        }
    }

    private String key(long pixels, int most) {
        return circumstances + "-pixels" + (Long.SIZE - Long.numberOfLeadingZeros(pixels - 1)) + "-batch" + most;
    }
}
