package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.stream.CaseQueue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Members of one consumer group: a partition has one worker at a time. For brokers without share groups. */
public final class ConsumerGroup implements WorkGroup {

    private static final String NAME = "consumer group";

    private final Supplier<Consumer<byte[], byte[]>> maker;
    private final DeadLetters deadLetters;
    private final int members;
    private final Duration longestCase;
    private final CaseRecordMapper mapper = new CaseRecordMapper();
    private final List<GroupCaseQueue> queues = new CopyOnWriteArrayList<>();

    /** @param members how many queues will be opened */
    public ConsumerGroup(KafkaAddress address, AcknowledgedSender sender, int members) {
        this(
                () -> new KafkaConsumer<>(
                        address.groupMember(),
                        new ByteArrayDeserializer(),
                        address.framing().framing().deserializer()),
                sender,
                members,
                address.longestCase());
    }

    ConsumerGroup(
            Supplier<Consumer<byte[], byte[]>> maker, AcknowledgedSender sender, int members, Duration longestCase) {
        this.maker = maker;
        this.deadLetters = new DeadLetters(sender);
        this.members = members;
        this.longestCase = longestCase;
    }

    @Override
    public CaseQueue open() {
        try {
            GroupCaseQueue queue = new GroupCaseQueue(maker.get(), mapper, deadLetters, longestCase);
            queues.add(queue);
            return queue;
        } catch (KafkaException e) {
            throw WorkGroup.cannotJoin(NAME, e);
        }
    }

    @Override
    public List<String> obstacles() {
        long joined = queues.stream().filter(GroupCaseQueue::joined).count();
        return WorkGroup.notJoined(NAME, joined, members);
    }
}
