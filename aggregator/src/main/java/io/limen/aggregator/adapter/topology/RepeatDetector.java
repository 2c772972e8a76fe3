package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.domain.statistics.Explanation;
import java.time.Duration;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Tells an explanation that arrives for the first time from one that was seen within {@link
 * AggregatorTopology#REMEMBERED}, and forgets those seen earlier. The same
 * image and model at another site, or as another case, is another explanation. Counts by the time of processing: a record's own time,
 * which may be anything, can neither empty the store nor slip past it.
 */
final class RepeatDetector extends ContextualFixedKeyProcessor<String, Explanation, Arrival> {

    /** How often the store is cleared of what is forgotten; a scan of a week's explanations takes about a second. */
    private static final Duration CLEARED_EVERY = Duration.ofHours(6);

    private KeyValueStore<String, Long> seenAtMillis;

    @Override
    public void init(FixedKeyProcessorContext<String, Arrival> context) {
        super.init(context);
        seenAtMillis = context.getStateStore(AggregatorTopology.SEEN_EXPLANATIONS);
        context.schedule(CLEARED_EVERY, PunctuationType.WALL_CLOCK_TIME, this::forgetOlderThan);
    }

    @Override
    public void process(FixedKeyRecord<String, Explanation> record) {
        Explanation explanation = record.value();
        long now = context().currentSystemTimeMs();
        Long seenAt = seenAtMillis.get(explanation.identity());
        if (seenAt != null && isRemembered(seenAt, now)) {
            context().forward(record.withValue(new Arrival.Repeated()));
        } else {
            seenAtMillis.put(explanation.identity(), now);
            context().forward(record.withValue(new Arrival.First(explanation)));
        }
    }

    private void forgetOlderThan(long now) {
        try (KeyValueIterator<String, Long> all = seenAtMillis.all()) {
            while (all.hasNext()) {
                KeyValue<String, Long> entry = all.next();
                if (!isRemembered(entry.value, now)) {
                    seenAtMillis.delete(entry.key);
                }
            }
        }
    }

    private static boolean isRemembered(long seenAt, long now) {
        return now - seenAt <= AggregatorTopology.REMEMBERED.toMillis();
    }
}
