package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.replay.NotReplayableException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads partitions from where they begin to where they end now, and no longer than it may take.
 *
 * @param patience how long that is
 * @param nanoTime as of {@link System#nanoTime}
 */
record RetainedReading(Duration patience, LongSupplier nanoTime) {

    private static final Duration POLL = Duration.ofMillis(250);

    /**
     * Hands on every record.
     *
     * @param progress told the number of records so far, after every poll
     * @return records read
     * @throws NotReplayableException when the time was over before
     */
    long read(
            Consumer<byte[], byte[]> consumer,
            List<TopicPartition> partitions,
            LongConsumer progress,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> taker)
            throws NotReplayableException {
        long start = nanoTime.getAsLong();
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        consumer.beginningOffsets(partitions).forEach(consumer::seek);
        Map<TopicPartition, Long> ahead = new HashMap<>(ends);
        long read = 0;
        while (true) {
            ahead.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            if (ahead.isEmpty()) {
                return read;
            }
            if (nanoTime.getAsLong() - start > patience.toNanos()) {
                throw new NotReplayableException(String.format(
                        Locale.ROOT,
                        "not found within %d s, after %,d records: --model M@V reads one partition only, --read-seconds gives more time",
                        patience.toSeconds(),
                        read));
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
                    taker.accept(record);
                    read++;
                }
            }
            progress.accept(read);
        }
    }
}
