package io.limen.aggregator.adapter.dashboard;

import io.limen.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all partitions of some topics by a consumer without a group: every instance reads everything. A broker that goes away and
 * a topic that is not there yet are waited for; a record that can't be read is passed over.
 */
public final class TopicReader implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Where records go. Called by one thread. */
    public interface Sink {

        /** What is read. */
        List<Topic> topics();

        /** Moves the consumer to where reading begins; to the beginning unless said otherwise. */
        default void seek(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
            consumer.seekToBeginning(partitions);
        }

        /**
         * Takes one record that has a value.
         *
         * @throws SerializationException if it is none of its topic
         * @throws IllegalArgumentException if what it says can't be
         */
        void take(ConsumerRecord<byte[], byte[]> record);

        /** Called after each batch, empty ones included. */
        default void tookAll() {}

        /** Called after each wait for records, whether there were any. */
        default void waited(Consumer<byte[], byte[]> consumer) {}

        /** Called once after {@link #seek}, when everything was taken that was there then. */
        default void caughtUp() {}
    }

    private final Sink sink;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Consumer<byte[], byte[]> current;
    private String told = "";

    /**
     * Reads nothing until it is run.
     *
     * @param consumers makes a consumer of bytes, without a group, that reads committed records only
     */
    public TopicReader(Sink sink, Supplier<Consumer<byte[], byte[]>> consumers) {
        this.sink = sink;
        this.consumers = consumers;
    }

    /** Reads until it is closed. */
    @Override
    public void run() {
        while (isOpen()) {
            try (Consumer<byte[], byte[]> consumer = consumers.get()) {
                current = consumer;
                read(consumer);
            } catch (WakeupException e) {
                LOG.debug("The reader of {} is closed", sink.topics(), e);
            } catch (KafkaException e) {
                tell(String.valueOf(e.getMessage()));
                pause();
            }
        }
    }

    /** Once for what lasts. */
    private void tell(String obstacle) {
        if (!obstacle.equals(told)) {
            LOG.warn("The topics of the dashboard cannot be read, trying again: {}", obstacle);
        }
        told = obstacle;
    }

    /** Ends the reading soon. */
    @Override
    public void close() {
        closed.countDown();
        Consumer<byte[], byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    private void read(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic topic : sink.topics()) {
            for (PartitionInfo found : partitionsOf(topic, consumer)) {
                partitions.add(new TopicPartition(found.topic(), found.partition()));
            }
        }
        Map<TopicPartition, Long> ahead = new HashMap<>();
        if (isOpen()) {
            consumer.assign(partitions);
            sink.seek(consumer, partitions);
            ahead.putAll(consumer.endOffsets(partitions));
        }
        told = "";
        boolean caughtUp = false;
        while (isOpen()) {
            consumer.poll(POLL).forEach(this::take);
            sink.waited(consumer);
            sink.tookAll();
            ahead.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            if (ahead.isEmpty() && !caughtUp) {
                caughtUp = true;
                sink.caughtUp();
            }
        }
    }

    private List<PartitionInfo> partitionsOf(Topic topic, Consumer<byte[], byte[]> consumer) {
        List<PartitionInfo> found = List.of();
        while (isOpen() && found.isEmpty()) {
            found = consumer.partitionsFor(topic.topicName());
            // who has no such topic has answered
            sink.waited(consumer);
            if (found.isEmpty()) {
                pause();
            }
        }
        return found;
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return;
        }
        try {
            sink.take(record);
        } catch (SerializationException | IllegalArgumentException e) {
            LOG.debug(
                    "Not shown: topic {}, partition {}, offset {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e);
        }
    }

    private void pause() {
        try {
            closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
