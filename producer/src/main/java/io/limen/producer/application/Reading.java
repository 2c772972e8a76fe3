package io.limen.producer.application;

import java.util.Objects;

/**
 * What came of reading something that somebody else wrote.
 *
 * @param <T> what was to be read
 */
public sealed interface Reading<T> {

    /**
     * It could be read.
     *
     * @param <T> what was to be read
     * @param value what was read
     */
    record Readable<T>(T value) implements Reading<T> {
        public Readable {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * It could not, for a reason that the reader of one line understands.
     *
     * @param <T> what was to be read
     * @param reason one line, without the file's name
     * @param passing whether the same may succeed later: it is not to blame
     */
    record Unreadable<T>(String reason, boolean passing) implements Reading<T> {
        public Unreadable {
            Objects.requireNonNull(reason, "reason");
        }

        /** For good. */
        public Unreadable(String reason) {
            this(reason, false);
        }

        /** The same of whatever it was to be a part of. */
        public <U> Unreadable<U> instead() {
            return new Unreadable<>(reason, passing);
        }
    }
}
