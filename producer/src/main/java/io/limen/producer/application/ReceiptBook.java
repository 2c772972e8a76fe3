package io.limen.producer.application;

import io.limen.producer.domain.identity.Receipt;

/** Port: which cases the broker has acknowledged, in this run and those that it continues. */
public interface ReceiptBook extends AutoCloseable {

    /** Remembers nothing: every run starts from the beginning. */
    ReceiptBook NONE = new ReceiptBook() {
        @Override
        public boolean holds(Receipt receipt) {
            return false;
        }

        @Override
        public void add(Receipt receipt) {
            // nobody will ask
        }
    };

    /** Whether an earlier run has this receipt. */
    boolean holds(Receipt receipt);

    /**
     * Adds one. Called from any thread.
     *
     * @throws java.io.UncheckedIOException if it can't be written down
     */
    void add(Receipt receipt);

    /** Nothing more is added. */
    @Override
    default void close() {}
}
