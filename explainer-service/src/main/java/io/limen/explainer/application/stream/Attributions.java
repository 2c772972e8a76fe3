package io.limen.explainer.application.stream;

/** Port: where explanations go. Safe for use by several threads. */
public interface Attributions {

    /**
     * Publishes and waits until the stream has it safely.
     *
     * @throws StreamUnavailableException when it can't be known to be safe; publishing again is harmless
     * @throws RefusedException when the stream will never take this one
     */
    void publish(CaseAttribution attribution) throws RefusedException;

    /** An explanation that the stream does not take, for instance one that is too large; one line. */
    final class RefusedException extends Exception {

        private static final long serialVersionUID = 1;

        public RefusedException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
