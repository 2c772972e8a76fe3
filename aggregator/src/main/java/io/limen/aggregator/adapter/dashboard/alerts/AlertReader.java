package io.limen.aggregator.adapter.dashboard.alerts;

import io.limen.schemas.DriftAlert;
import io.limen.schemas.DriftCommand;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills the book of alerts from the beginning of its topics, by a consumer without a group: every instance knows all alerts. */
public final class AlertReader implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AlertReader.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AlertBook book;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final SingleObjectSerde<DriftAlert> alerts = SingleObjectSerde.driftAlert();
    private final SingleObjectSerde<DriftCommand> commands = SingleObjectSerde.driftCommand();
    private volatile boolean closed;
    private volatile Consumer<byte[], byte[]> current;

    /**
     * Reads nothing until it is run.
     *
     * @param consumers makes a consumer of bytes, without a group, that reads committed records only
     */
    public AlertReader(AlertBook book, Supplier<Consumer<byte[], byte[]>> consumers) {
        this.book = book;
        this.consumers = consumers;
    }

    /** Reads until it is closed. */
    @Override
    public void run() {
        while (!closed) {
            try (Consumer<byte[], byte[]> consumer = consumers.get()) {
                current = consumer;
                read(consumer);
            } catch (WakeupException e) {
                LOG.debug("The reader of alerts is closed", e);
            } catch (KafkaException e) {
                LOG.warn("Alerts cannot be read, trying again: {}", e.getMessage());
                pause();
            }
        }
    }

    /** Ends the reading soon. */
    @Override
    public void close() {
        closed = true;
        Consumer<byte[], byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    private void read(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = List.of();
        while (partitions.isEmpty() && !closed) {
            partitions = List.of(Topic.DRIFT_ALERTS, Topic.DRIFT_COMMANDS).stream()
                    .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                pause();
            }
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        while (!closed) {
            consumer.poll(POLL).forEach(this::take);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return;
        }
        try {
            if (record.topic().equals(Topic.DRIFT_ALERTS.topicName())) {
                book.take(alerts.decode(record.value()));
            } else {
                book.take(commands.decode(record.value()));
            }
        } catch (SerializationException e) {
            LOG.debug("Not shown: {}, partition {}, offset {}", record.topic(), record.partition(), record.offset(), e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
