package io.limen.explainer.adapter.kafka;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The group's memory of what was begun and what is done: its committed offsets, and the text with them. */
final class AttemptLedger {

    private static final Logger LOG = LoggerFactory.getLogger(AttemptLedger.class);

    private final Consumer<byte[], byte[]> consumer;

    AttemptLedger(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** How often the record at this offset was begun and neither finished nor given back. */
    int begun(TopicPartition partition, long offset) {
        OffsetAndMetadata committed = consumer.committed(Set.of(partition)).get(partition);
        return Optional.ofNullable(committed)
                .flatMap(known -> AttemptMarker.parse(known.metadata()))
                .filter(marker -> marker.offset() == offset)
                .map(AttemptMarker::attempts)
                .orElse(0);
    }

    /** Who takes the record after a crash has to know that it is begun. */
    void begin(ConsumedRecord taken) {
        mark(taken, taken.number());
    }

    /** What is given back was not begun, as far as the next owner is concerned. */
    void giveBack(ConsumedRecord undone) {
        try {
            mark(undone, undone.number() - 1);
        } catch (KafkaException e) {
            LOG.debug("the next owner will think that it was finished by a crash", e);
        }
    }

    private void mark(ConsumedRecord begun, int attempts) {
        long offset = begun.source().offset();
        String marker = new AttemptMarker(offset, attempts).text();
        consumer.commitSync(Map.of(begun.partition(), new OffsetAndMetadata(offset, marker)));
    }

    /** All up to the record is done. */
    void finish(ConsumedRecord done) {
        try {
            consumer.commitSync(
                    Map.of(done.partition(), new OffsetAndMetadata(done.source().offset() + 1)));
        } catch (KafkaException e) {
            // the group went on without us, or the broker is away: a duplicate, known by its explanationId, is no loss
            LOG.info("a case that is done may come again: {} was not committed: {}", done.place(), e.getMessage());
        }
    }
}
