package io.limen.producer.adapter.nifti;

/** A file that can't be used; the message is one line for the user. Stays inside this package. */
final class UnusableVolume extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableVolume(String reason) {
        super(reason);
    }
}
