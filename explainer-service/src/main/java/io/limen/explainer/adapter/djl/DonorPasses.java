package io.limen.explainer.adapter.djl;

import ai.djl.ndarray.NDManager;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.image.Image;
import java.util.List;

/** Donor images on their way through a network. Donors that it fails on are not run again. Owned by one thread. */
final class DonorPasses {

    private final ProbedNetwork probed;
    private final List<Image> donors;
    private final BatchPlan plan;
    private ModelRejectedException failed;
    private long forwards;

    /** @param plan how donors are run */
    DonorPasses(ProbedNetwork probed, List<Image> donors, BatchPlan plan) {
        this.probed = probed;
        this.donors = List.copyOf(donors);
        this.plan = plan;
    }

    /** What becomes of a batch. */
    @FunctionalInterface
    interface Taken {

        /**
         * @param first the first donor's number
         * @param pass gone afterwards, unless attached elsewhere
         */
        void take(int first, List<Image> donors, TwinNetwork.Pass pass) throws ModelRejectedException;
    }

    /** How many donors there are. */
    int size() {
        return donors.size();
    }

    /**
     * Runs some donors, as many at a time as the plan says.
     *
     * @param from the first donor
     * @param to behind the last
     * @param steps what is to be told of each component
     * @param taken is given what each batch told
     */
    void run(int from, int to, long[] steps, Taken taken) throws ModelRejectedException {
        if (failed != null) {
            throw failed;
        }
        for (int at = from; at < to; at += plan.images()) {
            stopWhenInterrupted();
            List<Image> some = donors.subList(at, Math.min(to, at + plan.images()));
            forwards += some.size();
            try (NDManager scope = probed.network().scope()) {
                taken.take(at, some, probed.donorPass(scope, some, steps, plan));
            } catch (ModelRejectedException e) {
                failed = e;
                throw e;
            }
        }
    }

    /** Whether the network failed on a donor. */
    boolean failed() {
        return failed != null;
    }

    /** Passes of one donor so far. */
    long forwards() {
        return forwards;
    }

    /** Donors of a large network run for minutes. */
    private static void stopWhenInterrupted() throws ModelRejectedException {
        if (Thread.currentThread().isInterrupted()) {
            throw new ModelRejectedException("interrupted");
        }
    }
}
