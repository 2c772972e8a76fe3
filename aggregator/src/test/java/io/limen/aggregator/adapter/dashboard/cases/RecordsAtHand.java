package io.limen.aggregator.adapter.dashboard.cases;

import io.limen.schemas.Topic;
import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecordBase;

/** Topics of tests without a broker; a record's bytes are the name of its place. */
@Mock
@Singleton
class RecordsAtHand implements RecordReader {

    private final Map<String, SpecificRecordBase> records = new ConcurrentHashMap<>();
    private volatile boolean away;

    void put(Topic topic, int partition, long offset, SpecificRecordBase record) {
        records.put(place(topic, partition, offset), record);
    }

    void isAway(boolean now) {
        away = now;
    }

    SpecificRecordBase decoded(byte[] place) {
        return records.get(new String(place, StandardCharsets.UTF_8));
    }

    private static String place(Topic topic, int partition, long offset) {
        return topic + " " + partition + " " + offset;
    }

    @Override
    public Lookup read(Topic topic, int partition, long offset) {
        if (away) {
            return new Lookup.Unavailable("the broker is away");
        }
        String place = place(topic, partition, offset);
        return records.containsKey(place)
                ? new Lookup.Found(place.getBytes(StandardCharsets.UTF_8))
                : new Lookup.Gone();
    }
}
