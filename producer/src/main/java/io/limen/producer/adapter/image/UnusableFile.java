package io.limen.producer.adapter.image;

/** A file that can't be used; the message is one line for the user. Stays inside this package. */
final class UnusableFile extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableFile(String reason) {
        super(reason);
    }
}
