package io.limen.aggregator.adapter.retained;

import io.limen.aggregator.application.report.ReportRequest;
import io.limen.aggregator.application.report.Retained;
import io.limen.aggregator.application.report.RetainedRecords;
import io.limen.schemas.Topic;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Reads attributions from the time of the period's beginning, and alerts and commands from theirs, each to where it ends now. A record
 * is published after its case was segmented, so none of the period lies before, but for clocks that differ.
 */
public final class KafkaRetainedRecords implements RetainedRecords {

    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
    private static final Duration POLL = Duration.ofMillis(500);

    /** A broker that says nothing for so long is gone. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final Supplier<Consumer<byte[], byte[]>> consumers;

    /** @param consumers of bytes, without a group, that read committed records only */
    public KafkaRetainedRecords(Supplier<Consumer<byte[], byte[]>> consumers) {
        this.consumers = consumers;
    }

    @Override
    public Retained read(ReportRequest request, LongConsumer progress) throws IOException {
        CaseCollector cases = new CaseCollector(request);
        AlertCollector alerts = new AlertCollector(request);
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<TopicPartition, Long> starts =
                    starts(consumer, beginnings, ends, request.period().from());
            starts.forEach(consumer::seek);
            readTo(consumer, ends, cases, alerts, progress);
            return new Retained(
                    cases.cases(),
                    alerts.alerts(),
                    cases.leftOut(),
                    cases.cut(),
                    partitions.stream()
                            .filter(KafkaRetainedRecords::isOfAttributions)
                            .anyMatch(one ->
                                    beginnings.get(one) > 0 && Objects.equals(beginnings.get(one), starts.get(one))),
                    partitions.stream()
                            .map(one -> new Retained.ReadRange(
                                    one.topic(), one.partition(), starts.get(one), ends.get(one)))
                            .toList());
        } catch (KafkaException e) {
            throw new IOException("the topics can't be read: " + e.getMessage(), e);
        }
    }

    private static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) throws IOException {
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic topic : List.of(Topic.ATTRIBUTIONS, Topic.DRIFT_ALERTS, Topic.DRIFT_COMMANDS)) {
            List<PartitionInfo> found = consumer.partitionsFor(topic.topicName());
            if (found == null || found.isEmpty()) {
                throw new IOException("there is no topic " + topic.topicName());
            }
            found.forEach(one -> partitions.add(new TopicPartition(one.topic(), one.partition())));
        }
        return partitions;
    }

    private static Map<TopicPartition, Long> starts(
            Consumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> beginnings,
            Map<TopicPartition, Long> ends,
            Instant from) {
        Map<TopicPartition, Long> times = new HashMap<>();
        beginnings.keySet().stream()
                .filter(KafkaRetainedRecords::isOfAttributions)
                .forEach(one ->
                        times.put(one, Math.max(0, from.minus(CLOCKS_DIFFER).toEpochMilli())));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
        Map<TopicPartition, Long> starts = new HashMap<>(beginnings);
        times.keySet().forEach(one -> {
            OffsetAndTimestamp first = found.get(one);
            starts.put(one, first == null ? ends.get(one) : Long.valueOf(first.offset()));
        });
        return starts;
    }

    private static void readTo(
            Consumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> ends,
            CaseCollector cases,
            AlertCollector alerts,
            LongConsumer progress)
            throws IOException {
        Map<TopicPartition, Long> ahead = new HashMap<>(ends);
        long read = 0;
        Duration silent = Duration.ZERO;
        while (true) {
            ahead.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            if (ahead.isEmpty()) {
                return;
            }
            boolean any = false;
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                any = true;
                if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
                    take(record, cases, alerts);
                    read++;
                }
            }
            silent = any ? Duration.ZERO : silent.plus(POLL);
            if (silent.compareTo(SILENCE) >= 0) {
                throw new IOException("the broker has sent nothing for " + SILENCE.toSeconds() + " s");
            }
            progress.accept(read);
        }
    }

    private static void take(ConsumerRecord<byte[], byte[]> record, CaseCollector cases, AlertCollector alerts) {
        if (record.topic().equals(Topic.ATTRIBUTIONS.topicName())) {
            cases.take(record.value());
            return;
        }
        if (record.value() == null) {
            return;
        }
        try {
            if (record.topic().equals(Topic.DRIFT_ALERTS.topicName())) {
                alerts.takeAlert(record.value());
            } else {
                alerts.takeCommand(record.value());
            }
        } catch (SerializationException | IllegalArgumentException e) {
            // an audit wants to know: one that can't be read is no alert that was not
            cases.leaveOut(Retained.UNREADABLE_ALERTS);
        }
    }

    private static boolean isOfAttributions(TopicPartition one) {
        return one.topic().equals(Topic.ATTRIBUTIONS.topicName());
    }
}
