package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.domain.statistics.Explanation;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/**
 * Tells an explanation that arrives for the first time from one that was seen within {@link
 * AggregatorTopology#REMEMBERED}. Counts by the time of processing: a record's own time, which may be anything, can
 * neither empty the store nor slip past it.
 */
final class RepeatDetector extends ContextualFixedKeyProcessor<String, Explanation, Arrival> {

    private static final byte[] SEEN = {};

    private WindowStore<String, byte[]> seen;

    @Override
    public void init(FixedKeyProcessorContext<String, Arrival> context) {
        super.init(context);
        seen = context.getStateStore(AggregatorTopology.SEEN_EXPLANATIONS);
    }

    @Override
    public void process(FixedKeyRecord<String, Explanation> record) {
        Explanation explanation = record.value();
        Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
        if (wasSeen(explanation.id(), now)) {
            context().forward(record.withValue(new Arrival.Repeated()));
        } else {
            seen.put(explanation.id(), SEEN, now.toEpochMilli());
            context().forward(record.withValue(new Arrival.First(explanation)));
        }
    }

    private boolean wasSeen(String explanationId, Instant now) {
        try (WindowStoreIterator<byte[]> times =
                seen.fetch(explanationId, now.minus(AggregatorTopology.REMEMBERED), now)) {
            return times.hasNext();
        }
    }
}
