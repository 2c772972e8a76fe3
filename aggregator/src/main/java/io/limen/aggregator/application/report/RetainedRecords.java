package io.limen.aggregator.application.report;

import java.io.IOException;
import java.util.function.LongConsumer;

/** Port: what the topics still hold. */
@FunctionalInterface
public interface RetainedRecords {

    /**
     * Reads to where the topics end now.
     *
     * @param progress is told how many records were read, now and then
     * @throws IOException one line for a person, when it can't be read
     */
    Retained read(ReportRequest request, LongConsumer progress) throws IOException;
}
