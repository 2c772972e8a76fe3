package io.limen.explainer.application.stream;

/**
 * Port: what all processes remember together of trials. A trial is the explanation of a suspect alone in its process; one
 * whose process ended in the middle of it, with nobody else there to blame, is what tells a case that kills from one that
 * was only handed out often.
 */
public interface Trials {

    /** What is known of a case's last trial. */
    enum Standing {
        /** There was none, or its end was told, or there may be another. */
        NONE,
        /** There is one, and its process may be alive: ask again. */
        RUNNING,
        /** As many as may be were begun, and their processes have not been heard of since. */
        UNFINISHED
    }

    /** @throws StreamUnavailableException when what is remembered can't be read now */
    Standing of(Delivery suspect);

    /**
     * Remembers, before it returns, that the trial begins.
     *
     * @throws StreamUnavailableException when that can't be remembered now: the trial must not begin
     */
    void begin(Delivery suspect);

    /** The process has survived the trial, whatever came of it. Told as soon as that is possible; never throws. */
    void end(Delivery suspect);
}
