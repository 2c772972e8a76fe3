package io.limen.explainer.application;

/** What a budget leaves for work that only saves later work: a search, a gradient. Asked before every step of it. */
@FunctionalInterface
public interface Leeway {

    /** No limit. */
    Leeway ENDLESS = passes -> true;

    /**
     * Whether so many forward passes are within the budget now, and not sure to end too late; asking leaves no trace.
     *
     * @param passes 1 or more
     */
    boolean affords(long passes);
}
