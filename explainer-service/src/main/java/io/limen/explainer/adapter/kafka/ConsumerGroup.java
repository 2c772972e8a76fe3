package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.stream.CaseQueue;
import io.limen.explainer.application.stream.StreamStatus;
import io.limen.explainer.application.stream.StreamUnavailableException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Opens one queue per worker, each a member of the same consumer group, and knows whether all of them have joined. */
public final class ConsumerGroup implements CaseQueue.Source, StreamStatus {

    private final Supplier<Consumer<byte[], byte[]>> maker;
    private final DeadLetters deadLetters;
    private final int members;
    private final CaseRecordMapper mapper = new CaseRecordMapper();
    private final List<KafkaCaseQueue> queues = new CopyOnWriteArrayList<>();

    /** @param members how many queues will be opened */
    public ConsumerGroup(KafkaAddress address, AcknowledgedSender sender, int members) {
        this(
                () -> new KafkaConsumer<>(address.consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                sender,
                members);
    }

    ConsumerGroup(Supplier<Consumer<byte[], byte[]>> maker, AcknowledgedSender sender, int members) {
        this.maker = maker;
        this.deadLetters = new DeadLetters(sender);
        this.members = members;
    }

    @Override
    public CaseQueue open() {
        try {
            KafkaCaseQueue queue = new KafkaCaseQueue(maker.get(), mapper, deadLetters);
            queues.add(queue);
            return queue;
        } catch (KafkaException e) {
            // for instance a broker's name that can't be resolved yet
            String reason = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            throw new StreamUnavailableException("can't join the consumer group: " + reason, e);
        }
    }

    @Override
    public List<String> obstacles() {
        long joined = queues.stream().filter(KafkaCaseQueue::joined).count();
        return joined == members
                ? List.of()
                : List.of(joined + " of " + members + " workers have joined the consumer group");
    }
}
