package io.limen.aggregator.adapter.topology.flow;

import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Keys that were seen, remembered for a while. Counts by the time of processing: a record's own time, which may be anything,
 * can neither empty the store nor slip past it.
 */
public final class SeenKeys {

    /** What comes again later is taken for new: longer than any retry, short enough to bound the store. */
    public static final Duration REMEMBERED = Duration.ofDays(7);

    /** How often the store is cleared of what is forgotten; a scan of a week's keys takes about a second. */
    private static final Duration CLEARED_EVERY = Duration.ofHours(6);

    private final KeyValueStore<String, Long> seenAtMillis;
    private final ProcessingContext context;

    private SeenKeys(KeyValueStore<String, Long> seenAtMillis, ProcessingContext context) {
        this.seenAtMillis = seenAtMillis;
        this.context = context;
    }

    /** Not a window store: an empty one keeps no offsets, and Kafka 4.3 then takes its task for corrupt at each start. */
    public static StoreBuilder<KeyValueStore<String, Long>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.Long());
    }

    /** From the store of that name; what is too old is cleared away from time to time. */
    public static SeenKeys of(ProcessingContext context, String name) {
        SeenKeys keys = new SeenKeys(context.getStateStore(name), context);
        context.schedule(CLEARED_EVERY, PunctuationType.WALL_CLOCK_TIME, keys::forget);
        return keys;
    }

    /** Whether the key was seen lately. */
    public boolean contains(String key) {
        Long seenAt = seenAtMillis.get(key);
        return seenAt != null && isRemembered(seenAt, context.currentSystemTimeMs());
    }

    /** Remembers the key from now on. */
    public void add(String key) {
        seenAtMillis.put(key, context.currentSystemTimeMs());
    }

    private void forget(long now) {
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
        return now - seenAt <= REMEMBERED.toMillis();
    }
}
