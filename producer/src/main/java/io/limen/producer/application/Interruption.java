package io.limen.producer.application;

import java.time.Duration;

/** Port: the user's wish to stop, and waiting that ends with it. */
public interface Interruption {

    /** Whether the user wants to stop. */
    boolean wanted();

    /** Waits for a time, or until the user wants to stop. */
    void await(Duration duration);

    /**
     * Has something done as soon as the user wants to stop, by another thread, or now if that is so already. A user who never
     * stops of a sudden has nothing done.
     */
    default void whenWanted(Runnable action) {}
}
