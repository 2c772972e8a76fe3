package io.limen.explainer.application;

/**
 * Port: a clock that only measures how long something took. It never goes back and is not set, unlike the time of day,
 * so that a correction of the machine's clock neither ends a budget nor extends it.
 */
@FunctionalInterface
public interface Ticker {

    /** Nanoseconds since some moment that stays the same; only differences mean something, and they may overflow. */
    long nanoseconds();
}
