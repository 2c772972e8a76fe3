package io.limen.explainer.application.evaluate.method;

import io.limen.explainer.application.ModelRejectedException;

/** A way to say which blocks a segmentation rests on. Stateless; used by several threads at a time. */
public interface AttributionMethod {

    /** What it is called on the command line and in tables: lower case letters, digits and dashes. */
    String name();

    /** Whether another seed may give another map. */
    boolean isRandom();

    /**
     * The method's map of one case.
     *
     * @param seed of every random choice
     * @param budget forward passes, or what costs as much, that it may spend
     * @throws ModelRejectedException when the model does not give what the method needs, in one line
     * @throws InterruptedException when the thread is interrupted; noticed between batches
     */
    Attributed attribute(MethodCase subject, long seed, long budget)
            throws ModelRejectedException, InterruptedException;
}
