package io.limen.explainer.adapter.kafka;

import java.util.function.IntSupplier;

/**
 * Sees to it that no record reaches the broker's limit of deliveries, at which it drops the record without a word. Safe for
 * use by several threads.
 */
final class LastDeliveries {

    /** Nobody puts back what comes for the first time. */
    private static final int FIRST = 1;

    private final Requeue requeue;
    private final IntSupplier limit;

    /** @param limit how often the broker hands a record out, 3 or more */
    LastDeliveries(Requeue requeue, IntSupplier limit) {
        this.requeue = requeue;
        this.limit = limit;
    }

    /**
     * Puts a record that can be handed out once more at the most at the end of its topic. Whether it lies there now: if it
     * does not, it is to be explained here, for want of a better chance.
     */
    boolean isPutBack(ConsumedRecord taken) {
        int count = taken.brokersCount().orElse((short) FIRST);
        return count > FIRST && count >= limit.getAsInt() - 1 && requeue.putBack(taken);
    }
}
