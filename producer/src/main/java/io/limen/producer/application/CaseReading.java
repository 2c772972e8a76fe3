package io.limen.producer.application;

import io.limen.producer.application.Reading.Unreadable;

/** Reads one case of many: what goes wrong at it is that case's alone, and nothing of what its files hold is told. */
final class CaseReading {

    /** One large allocation failed and nothing is left half done: the next image may fit. */
    static final String TOO_LARGE = "takes more memory than this process has (java -Xmx gives more)";

    private static final String FAULT = "can't be read: internal error";

    private CaseReading() {}

    /**
     * Reads it.
     *
     * @throws BadInput if it is not the case that is wrong, but what the user asked for
     */
    static Reading<CaseContent> of(SourceCase sourceCase) {
        try {
            return sourceCase.read();
        } catch (BadInput e) {
            throw e;
        } catch (RuntimeException e) {
            // its message may quote the file
            return new Unreadable<>(FAULT);
        } catch (OutOfMemoryError e) {
            return new Unreadable<>(TOO_LARGE);
        }
    }
}
