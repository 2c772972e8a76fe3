package io.limen.explainer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.stream.CaseQueue;
import io.limen.explainer.application.stream.Delivery;
import io.limen.explainer.application.stream.StreamUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/** The share group. */
class ShareGroupIT extends CaseQueueContract {

    @Override
    Member join() {
        ShareGroupSetup setup = new ShareGroupSetup(address);
        try {
            while (!setup.missing(broker.admin()).isEmpty()) {
                Thread.onSpinWait();
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        List<ShareConsumer<byte[], byte[]>> made = new ArrayList<>();
        ShareGroup group = new ShareGroup(
                () -> {
                    made.add(new KafkaShareConsumer<>(
                            address.shareMember(),
                            new ByteArrayDeserializer(),
                            address.framing().framing().deserializer()));
                    return made.get(0);
                },
                setup,
                sender,
                1,
                address.longestCase());
        CaseQueue queue = group.open();
        return new Member(queue, () -> made.get(0).close());
    }

    @Test
    void sixWorkersOnTwoPartitionsAllWorkAtATime() throws Exception {
        publish("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l");
        Map<CaseQueue, Delivery> inHand = new LinkedHashMap<>();

        for (int i = 0; i < 6; i++) {
            CaseQueue queue = queue();
            inHand.put(queue, take(queue));
        }

        Set<String> names =
                inHand.values().stream().map(CaseQueueContract::name).collect(Collectors.toSet());
        assertEquals(6, names.size());
        inHand.forEach((queue, delivery) -> {
            assertEquals(1, delivery.number());
            queue.accept(delivery);
        });
    }

    @Test
    void aCaseThatTakesManyTimesAsLongAsItsLockStaysWithItsWorker() throws Exception {
        publish("a");
        CaseQueue busy = queue();
        Delivery inHand = take(busy);
        CaseQueue other = queue();

        assertNothingComes(other, Duration.ofSeconds(9));

        busy.accept(inHand);
        assertNothingComes(other, Duration.ofSeconds(3));
    }

    @Test
    void aGroupThatIsAConsumerGroupAlreadyIsSaid() throws Exception {
        publish("a");
        CaseQueue classic = new ConsumerGroup(address, sender, 1).open();
        classic.accept(take(classic));
        classic.close();
        CaseQueue queue = queue();

        StreamUnavailableException refused = assertThrows(StreamUnavailableException.class, () -> take(queue));

        assertTrue(refused.getMessage().contains("is not a share group"), refused.getMessage());
    }

    @Test
    void noMemberIsMadeBeforeTheGroupIsSetUp() {
        ShareGroup group = new ShareGroup(address, new ShareGroupSetup(address), sender, 1);
        StreamUnavailableException early = assertThrows(StreamUnavailableException.class, group::open);
        assertEquals("the broker was not asked for its share groups yet", early.getMessage());
    }
}
