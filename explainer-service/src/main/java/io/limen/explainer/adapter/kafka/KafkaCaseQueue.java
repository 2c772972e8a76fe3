package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.stream.CaseQueue;
import io.limen.explainer.application.stream.Delivery;
import io.limen.explainer.application.stream.Rejection;
import io.limen.explainer.application.stream.StreamUnavailableException;
import io.limen.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One member of a consumer group as a queue: one record at a time, its offset committed after its outcome. Since only
 * one record is out at a time, an offset that is committed covers nothing that is not done.
 */
final class KafkaCaseQueue implements CaseQueue {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaCaseQueue.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final CaseRecordMapper mapper;
    private final DeadLetters deadLetters;
    private volatile boolean joined;

    KafkaCaseQueue(Consumer<byte[], byte[]> consumer, CaseRecordMapper mapper, DeadLetters deadLetters) {
        this.consumer = consumer;
        this.mapper = mapper;
        this.deadLetters = deadLetters;
        consumer.subscribe(List.of(Topic.SEGMENTATION_RESULTS.topicName()));
    }

    /** Whether the group has this member; it may be without partitions, where there are more members than those. */
    boolean joined() {
        return joined;
    }

    @Override
    public Optional<Delivery> take(Duration atMost) {
        try {
            ConsumerRecords<byte[], byte[]> polled = consumer.poll(atMost);
            joined = consumer.groupMetadata().generationId() > 0;
            for (ConsumerRecord<byte[], byte[]> source : polled) {
                return Optional.of(new ConsumedRecord(source, mapper.content(source.value())));
            }
            return Optional.empty();
        } catch (KafkaException e) {
            throw new StreamUnavailableException(
                    "can't take from " + Topic.SEGMENTATION_RESULTS.topicName() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void accept(Delivery delivery) {
        ConsumerRecord<byte[], byte[]> done = source(delivery);
        try {
            consumer.commitSync(Map.of(partition(done), new OffsetAndMetadata(done.offset() + 1)));
        } catch (KafkaException e) {
            // the group went on without us, or the broker is away: a duplicate, known by its explanationId, is no loss
            LOG.info(
                    "a case that is done may come again: offset {} of {} was not committed: {}",
                    done.offset(),
                    partition(done),
                    e.getMessage());
        }
    }

    @Override
    public void reject(Delivery delivery, Rejection rejection) {
        ConsumerRecord<byte[], byte[]> rejected = source(delivery);
        keep(rejected, rejection);
        LOG.debug(
                "{} offset {} {}: {}", partition(rejected), rejected.offset(), rejection.outcome(), rejection.reason());
        accept(delivery);
    }

    /** A record that can't be kept whatever is done is still in its own topic: it is named, and stops nobody. */
    private void keep(ConsumerRecord<byte[], byte[]> rejected, Rejection rejection) {
        try {
            deadLetters.keep(rejected, rejection);
        } catch (StreamUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error(
                    "offset {} of {} is rejected and could not be kept as a dead letter",
                    rejected.offset(),
                    partition(rejected),
                    e);
        }
    }

    @Override
    public void release(Delivery delivery) {
        ConsumerRecord<byte[], byte[]> undone = source(delivery);
        evenWhenInterrupted(() -> {
            if (consumer.assignment().contains(partition(undone))) {
                consumer.seek(partition(undone), undone.offset());
            }
        });
    }

    @Override
    public void close() {
        joined = false;
        evenWhenInterrupted(() -> consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT)));
    }

    /** A worker is interrupted to make it stop; giving back its case and leaving the group are still to be done. */
    private static void evenWhenInterrupted(Runnable farewell) {
        boolean interrupted = Thread.interrupted();
        try {
            farewell.run();
        } catch (KafkaException e) {
            LOG.debug("the group will notice by itself", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static ConsumerRecord<byte[], byte[]> source(Delivery delivery) {
        return ((ConsumedRecord) delivery).source();
    }

    private static TopicPartition partition(ConsumerRecord<byte[], byte[]> source) {
        return new TopicPartition(source.topic(), source.partition());
    }
}
