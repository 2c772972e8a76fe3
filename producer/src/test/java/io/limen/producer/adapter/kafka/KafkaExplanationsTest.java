package io.limen.producer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.producer.application.BadInput;
import io.limen.producer.application.Undisturbed;
import io.limen.producer.domain.deployment.Deployment;
import io.limen.producer.domain.deployment.ModelVersion;
import io.limen.producer.domain.explanation.Explanation;
import io.limen.schemas.Attribution;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaExplanationsTest {

    private static final String TOPIC = Topic.ATTRIBUTIONS.topicName();
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final List<Explanation> read = new ArrayList<>();
    private long sent;

    @BeforeEach
    void setUpTheTopic() {
        consumer.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, Node.noNode(), new Node[0], new Node[0])));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    }

    @Test
    void explanationsOfTheModelAtTheSiteAreReadToTheEnd() {
        Attribution attribution = golden();
        String key = attribution.getModel() + "@" + attribution.getModelVersion();
        Attribution elsewhere =
                Attribution.newBuilder(attribution).setSite("elsewhere").build();

        int unreadable = read(
                attribution.getSite(),
                send(key, encoded(attribution)),
                send("other@1", new byte[1]),
                send(key, encoded(elsewhere)));

        assertEquals(0, unreadable);
        assertEquals(1, read.size());
        assertEquals(attribution.getExplanationId(), read.get(0).id());
        assertEquals(attribution.getEffects().size(), read.get(0).map().effects().length);
    }

    @Test
    void whatIsNoExplanationIsCountedAndPassedOver() {
        Attribution attribution = golden();
        String key = attribution.getModel() + "@" + attribution.getModelVersion();
        Attribution broken = Attribution.newBuilder(attribution).setBlockSize(3).build();

        int unreadable = read(
                attribution.getSite(),
                send(key, "no record".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                send(key, encoded(broken)),
                send(key, null),
                send(key, encoded(attribution)));

        assertEquals(3, unreadable);
        assertEquals(1, read.size());
    }

    @Test
    void aBrokerThatGoesAwayIsGivenUpWithOneLine() {
        Attribution attribution = golden();
        String key = attribution.getModel() + "@" + attribution.getModelVersion();
        consumer.updateEndOffsets(Map.of(PARTITION, 2L));
        consumer.schedulePollTask(send(key, encoded(attribution)));

        BadInput silent = assertThrows(BadInput.class, this::readOn);
        consumer.schedulePollTask(() -> consumer.setPollException(new TimeoutException("as a broker that is gone")));
        BadInput gone = assertThrows(BadInput.class, this::readOn);

        assertEquals(1, read.size());
        String line = "the broker no longer answers; what was written so far is whole, the rest is missing";
        assertEquals(line, silent.getMessage());
        assertEquals(line, gone.getMessage());
    }

    private void readOn() {
        Attribution attribution = golden();
        new KafkaExplanations(consumer)
                .forEach(
                        new Deployment(
                                new ModelVersion(attribution.getModel(), attribution.getModelVersion()),
                                attribution.getSite()),
                        new Undisturbed(),
                        read::add);
    }

    private int read(String site, Runnable... records) {
        consumer.updateEndOffsets(Map.of(PARTITION, (long) records.length));
        for (Runnable sending : records) {
            consumer.schedulePollTask(sending);
        }
        Attribution attribution = golden();
        Deployment deployment =
                new Deployment(new ModelVersion(attribution.getModel(), attribution.getModelVersion()), site);
        int unreadable = new KafkaExplanations(consumer).forEach(deployment, new Undisturbed(), read::add);
        assertTrue(consumer.position(PARTITION) == records.length);
        return unreadable;
    }

    private Runnable send(String key, byte[] value) {
        long offset = sent++;
        return () -> consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, offset, key, value));
    }

    private static byte[] encoded(Attribution attribution) {
        return SingleObjectSerde.attribution().encode(attribution);
    }

    private static Attribution golden() {
        try (InputStream file = Attribution.class.getResourceAsStream("/golden/Attribution-v7.bin")) {
            return SingleObjectSerde.attribution().decode(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
