package io.limen.explainer.application.stream;

/**
 * Where a case lies on the stream, so that whoever looks at its explanation finds it again. Says nothing of the case itself and
 * takes no part in the explanation's id.
 *
 * @param partition of the topic, from 0
 * @param offset in the partition, from 0
 */
public record SourceRecord(int partition, long offset) {

    public SourceRecord {
        if (partition < 0 || offset < 0) {
            throw new IllegalArgumentException("SourceRecord: " + partition + ", " + offset);
        }
    }
}
