package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.stream.CaseQueue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Members of one share group: any number of workers on a partition, each case locked for the one that has it. */
public final class ShareGroup implements WorkGroup {

    private static final String NAME = "share group";

    private final Supplier<ShareConsumer<byte[], byte[]>> maker;
    private final ShareGroupSetup setup;
    private final DeadLetters deadLetters;
    private final LastDeliveries lastDeliveries;
    private final int members;
    private final Duration longestCase;
    private final CaseRecordMapper mapper = new CaseRecordMapper();
    private final List<ShareCaseQueue> queues = new CopyOnWriteArrayList<>();

    /** @param members how many queues will be opened */
    public ShareGroup(KafkaAddress address, ShareGroupSetup setup, AcknowledgedSender sender, int members) {
        this(
                () -> new KafkaShareConsumer<>(
                        address.shareMember(),
                        new ByteArrayDeserializer(),
                        address.framing().framing().deserializer()),
                setup,
                sender,
                members,
                address.longestCase());
    }

    ShareGroup(
            Supplier<ShareConsumer<byte[], byte[]>> maker,
            ShareGroupSetup setup,
            AcknowledgedSender sender,
            int members,
            Duration longestCase) {
        this.maker = maker;
        this.setup = setup;
        this.deadLetters = new DeadLetters(sender);
        this.lastDeliveries = new LastDeliveries(new Requeue(sender), setup::deliveryLimit);
        this.members = members;
        this.longestCase = longestCase;
    }

    @Override
    public CaseQueue open() {
        setup.requireDone();
        try {
            ShareCaseQueue queue = new ShareCaseQueue(maker.get(), mapper, deadLetters, lastDeliveries, longestCase);
            queues.add(queue);
            return queue;
        } catch (KafkaException e) {
            throw WorkGroup.cannotJoin(NAME, e);
        }
    }

    @Override
    public List<String> obstacles() {
        long joined = queues.stream().filter(ShareCaseQueue::joined).count();
        return WorkGroup.notJoined(NAME, joined, members);
    }
}
