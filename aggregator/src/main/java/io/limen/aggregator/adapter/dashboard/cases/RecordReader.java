package io.limen.aggregator.adapter.dashboard.cases;

import io.limen.schemas.Topic;

/** Reads single records by where they lie. Safe for use by several threads. */
public interface RecordReader {

    /** The record at this place, or why there is none; never throws. */
    Lookup read(Topic topic, int partition, long offset);

    /** What became of it. */
    sealed interface Lookup {

        /** There it is. Not copied. */
        record Found(byte[] value) implements Lookup {}

        /** The topic no longer holds it. */
        record Gone() implements Lookup {}

        /** Not known now; {@code reason} is one line. */
        record Unavailable(String reason) implements Lookup {}
    }
}
