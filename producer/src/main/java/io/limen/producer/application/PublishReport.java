package io.limen.producer.application;

import java.time.Duration;

/**
 * What came of publishing.
 *
 * @param planned cases that were to be published
 * @param earlier cases that an earlier run has published and this one left out
 * @param delivered cases that the broker has
 * @param withGroundTruth of those, cases with a human's mask
 * @param failed cases that could not be read or delivered
 * @param elapsed time from first to last
 * @param end how it ended
 */
public record PublishReport(
        int planned, int earlier, int delivered, int withGroundTruth, int failed, Duration elapsed, End end) {

    /** How publishing ended. */
    public enum End {
        /** Every case was tried. */
        COMPLETE,
        /** A case failed, and the user wants it to end with the first. */
        FIRST_FAILURE,
        /** The user stopped it. */
        INTERRUPTED,
        /** The broker stopped answering. */
        BROKER_LOST,
        /** The image store stopped answering. */
        STORE_LOST,
        /** A fault of this program ended it. */
        BROKEN,
        /** Every case was tried or the user stopped it, and the audit log does not have it. */
        NOT_RECORDED;

        /** Whether something went wrong with the run as a whole. */
        boolean isBad() {
            return this != COMPLETE && this != INTERRUPTED;
        }
    }

    PublishReport endedAs(End other) {
        return new PublishReport(planned, earlier, delivered, withGroundTruth, failed, elapsed, other);
    }
}
