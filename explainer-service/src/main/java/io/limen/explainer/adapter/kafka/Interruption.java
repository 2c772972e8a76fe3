package io.limen.explainer.adapter.kafka;

/** A worker is interrupted to make it stop: what it owes the broker before it goes is still to be done. */
final class Interruption {

    private Interruption() {}

    /** Runs the work as if there had been no interrupt, which is restored after it. */
    static void postponedFor(Runnable work) {
        boolean interrupted = Thread.interrupted();
        try {
            work.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
