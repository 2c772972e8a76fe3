package io.limen.explainer.application.evaluate;

import java.util.List;

/** Port: the cases that models are evaluated on. Used by several threads at a time. */
public interface Dataset {

    /** Names of the cases, sorted. */
    List<String> names();

    /**
     * What a case consists of: another text when one of its files is another.
     *
     * @throws UnreadableCaseException when its files can't be read, in one line
     */
    default String fingerprint(String name) throws UnreadableCaseException {
        return name;
    }

    /**
     * One case.
     *
     * @throws UnreadableCaseException when its files can't be read, in one line
     */
    DatasetCase read(String name) throws UnreadableCaseException;

    /** A case that can't be read. */
    final class UnreadableCaseException extends Exception {

        private static final long serialVersionUID = 1L;

        public UnreadableCaseException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
