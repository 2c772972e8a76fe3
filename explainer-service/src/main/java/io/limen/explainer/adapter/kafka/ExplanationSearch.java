package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.replay.NotReplayableException;
import io.limen.explainer.application.replay.RecordedExplanation;
import io.limen.schemas.Attribution;
import io.limen.schemas.SingleObjectSerde;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Picks the newest record of one explanation out of many. A record is decoded only when its bytes hold the id: most do not, and
 * each has a picture and a map.
 */
final class ExplanationSearch {

    private final String id;
    private final byte[] sought;
    private final SingleObjectSerde<Attribution> serde = SingleObjectSerde.attribution();
    private Optional<Attribution> newest = Optional.empty();
    private int unreadable;

    ExplanationSearch(String id) {
        this.id = id;
        this.sought = id.getBytes(StandardCharsets.US_ASCII);
    }

    void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null || !holdsId(record.value())) {
            return;
        }
        try {
            Attribution found = serde.decode(record.value());
            if (found.getExplanationId().equals(id) && !found.getExplainedAt().isBefore(newestAt())) {
                newest = Optional.of(found);
            }
        } catch (SerializationException e) {
            unreadable++;
        }
    }

    /**
     * What was found among so many records.
     *
     * @param where they lie, for the message
     */
    RecordedExplanation found(long records, String where) throws NotReplayableException {
        if (newest.isEmpty()) {
            throw new NotReplayableException(
                    unreadable > 0
                            ? "a record with this id is on attributions, and it can't be read"
                            : String.format(
                                    Locale.ROOT,
                                    "no such explanation among the %,d records %s: it was not published there, or is no longer retained",
                                    records,
                                    where));
        }
        try {
            return RecordedExplanationMapper.map(newest.get());
        } catch (IllegalArgumentException e) {
            throw new NotReplayableException("the attribution says what can't be", e);
        }
    }

    private Instant newestAt() {
        return newest.map(Attribution::getExplainedAt).orElse(Instant.MIN);
    }

    /** The id's digits are as good as random: looking for the first of them skips nearly all of the bytes. */
    private boolean holdsId(byte[] value) {
        for (int at = 0; at <= value.length - sought.length; at++) {
            int same = 0;
            while (same < sought.length && value[at + same] == sought[same]) {
                same++;
            }
            if (same == sought.length) {
                return true;
            }
        }
        return false;
    }
}
