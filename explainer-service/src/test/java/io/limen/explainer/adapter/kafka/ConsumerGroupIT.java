package io.limen.explainer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.explainer.application.stream.CaseQueue;
import io.limen.explainer.application.stream.Delivery;
import java.time.Duration;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/** The classic consumer group. */
class ConsumerGroupIT extends CaseQueueContract {

    @Override
    Member join() {
        Mortal consumer = new Mortal(address);
        ConsumerGroup group = new ConsumerGroup(() -> consumer, sender, 1, address.longestCase());
        return new Member(group.open(), consumer::die);
    }

    /** Its partitions are taken from it without a word, as from a process that is killed. */
    private static final class Mortal extends KafkaConsumer<byte[], byte[]> {

        private boolean dead;

        Mortal(KafkaAddress address) {
            super(
                    address.groupMember(),
                    new ByteArrayDeserializer(),
                    address.framing().framing().deserializer());
        }

        @Override
        public void subscribe(Collection<String> topics, ConsumerRebalanceListener listener) {
            super.subscribe(topics, new ConsumerRebalanceListener() {
                @Override
                public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                    if (!dead) {
                        listener.onPartitionsRevoked(partitions);
                    }
                }

                @Override
                public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                    listener.onPartitionsAssigned(partitions);
                }
            });
        }

        void die() {
            dead = true;
            boolean open = true;
            while (open) {
                try {
                    close();
                    open = false;
                } catch (ConcurrentModificationException e) {
                    // the queue's own thread polls just now, which is over at once
                    Thread.onSpinWait();
                }
            }
        }
    }

    @Test
    void aMemberThatJoinsDoesNotWaitForTheOneThatIsBusy() throws Exception {
        publish("a", "b");
        CaseQueue busy = queue();
        Delivery inHand = take(busy);

        CaseQueue joining = queue();
        Delivery other = take(joining);

        assertEquals(1, other.number());
        joining.accept(other);
        busy.accept(inHand);
        assertNothingComes(joining, Duration.ofSeconds(1));
    }
}
