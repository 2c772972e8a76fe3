package io.limen.producer.adapter.dataset;

/** A description that can't be used; the message is one line for the user. Stays inside this package. */
final class UnusableDescription extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableDescription(String reason) {
        super(reason);
    }
}
