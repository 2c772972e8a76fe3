package io.limen.aggregator.adapter.dashboard.cases;

import io.limen.schemas.Topic;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads single records by a few consumers that are kept between reads: making one takes longer than reading. A read that fails costs
 * its consumer.
 */
public final class CaseReader implements RecordReader, AutoCloseable {

    /** At once; a record is at most a megabyte or so. */
    static final int MOST_READS = 2;

    private static final Logger LOG = LoggerFactory.getLogger(CaseReader.class);
    private static final Duration WAIT_FOR_A_TURN = Duration.ofSeconds(2);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Duration within;
    private final Semaphore turns = new Semaphore(MOST_READS, true);
    private final Deque<Consumer<byte[], byte[]>> idle = new ConcurrentLinkedDeque<>();

    /**
     * Connects to nothing yet.
     *
     * @param consumers makes a consumer of bytes, without a group, that reads committed records only
     * @param within how long a read may take
     */
    public CaseReader(Supplier<Consumer<byte[], byte[]>> consumers, Duration within) {
        this.consumers = consumers;
        this.within = within;
    }

    @Override
    public Lookup read(Topic topic, int partition, long offset) {
        if (partition < 0 || offset < 0) {
            return new Lookup.Gone();
        }
        try {
            if (!turns.tryAcquire(WAIT_FOR_A_TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Lookup.Unavailable("too many explanations are read at once, try again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Lookup.Unavailable("the aggregator stops");
        }
        try {
            return readInTurn(new TopicPartition(topic.topicName(), partition), offset);
        } finally {
            turns.release();
        }
    }

    private Lookup readInTurn(TopicPartition partition, long offset) {
        Consumer<byte[], byte[]> consumer = null;
        try {
            consumer = idle.poll();
            if (consumer == null) {
                consumer = consumers.get();
            }
            Lookup lookup = read(consumer, partition, offset);
            consumer.unsubscribe();
            idle.push(consumer);
            return lookup;
        } catch (KafkaException e) {
            LOG.debug("{} cannot be read at {}", partition, offset, e);
            if (consumer != null) {
                consumer.close(CloseOptions.timeout(CLOSE_WITHIN));
            }
            return new Lookup.Unavailable("the topic " + partition.topic() + " cannot be read now");
        }
    }

    private Lookup read(Consumer<byte[], byte[]> consumer, TopicPartition partition, long offset) {
        long deadline = System.nanoTime() + within.toNanos();
        List<TopicPartition> one = List.of(partition);
        if (offset < consumer.beginningOffsets(one, within).get(partition)
                || offset >= consumer.endOffsets(one, within).get(partition)) {
            return new Lookup.Gone();
        }
        consumer.assign(one);
        consumer.seek(partition, offset);
        while (System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                return record.offset() == offset && record.value() != null
                        ? new Lookup.Found(record.value())
                        : new Lookup.Gone();
            }
        }
        return new Lookup.Unavailable("the topic " + partition.topic() + " does not answer in time");
    }

    @Override
    public void close() {
        for (Consumer<byte[], byte[]> consumer = idle.poll(); consumer != null; consumer = idle.poll()) {
            consumer.close(CloseOptions.timeout(CLOSE_WITHIN));
        }
    }
}
