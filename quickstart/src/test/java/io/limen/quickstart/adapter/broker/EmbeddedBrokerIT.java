package io.limen.quickstart.adapter.broker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.schemas.Topic;
import io.limen.schemas.setup.TopicSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

    @TempDir
    static Path folder;

    private static EmbeddedBroker broker;

    @BeforeAll
    static void startBroker() throws IOException {
        broker = EmbeddedBroker.start(folder.resolve("shared"), freePort(), freePort());
        broker.createTopics();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void everyTopicOfTheCatalogueExistsWithItsPartitionsAndCleanup() throws Exception {
        Set<String> names = Arrays.stream(Topic.values()).map(Topic::topicName).collect(Collectors.toSet());

        try (Admin admin = Admin.create(client())) {
            Map<String, TopicDescription> topics =
                    admin.describeTopics(names).allTopicNames().get();
            for (Topic topic : Topic.values()) {
                assertEquals(
                        Topic.PARTITIONS,
                        topics.get(topic.topicName()).partitions().size());
                ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
                String cleanup = admin.describeConfigs(List.of(resource))
                        .all()
                        .get()
                        .get(resource)
                        .get(TopicConfig.CLEANUP_POLICY_CONFIG)
                        .value();
                assertEquals(topic.configuration().get(TopicConfig.CLEANUP_POLICY_CONFIG), cleanup);
            }
        }
    }

    @Test
    void topicsThatAreThereStayAsTheyAreAndMissingOnesCome() throws Exception {
        String missing = Topic.FLEET_STATISTICS.topicName();

        try (Admin admin = Admin.create(client())) {
            assertEquals(List.of(), TopicSetup.createMissing(admin));
            admin.deleteTopics(List.of(missing)).all().get();
            assertEquals(List.of(missing), TopicSetup.createMissing(admin));
        }
    }

    @Test
    void groupReadsWhatATransactionWrote() {
        byte[] value = {1, 2, 3};
        Map<String, Object> writing = new java.util.HashMap<>(client());
        writing.put("transactional.id", "test");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(writing, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(Topic.DRIFT_ALERTS.topicName(), value));
            producer.commitTransaction();
        }

        List<byte[]> read = readOne();

        assertArrayEquals(value, read.get(0));
    }

    private static List<byte[]> readOne() {
        Map<String, Object> reading = new java.util.HashMap<>(client());
        reading.put("group.id", "test");
        reading.put("auto.offset.reset", "earliest");
        reading.put("isolation.level", "read_committed");
        List<byte[]> values = new ArrayList<>();
        Instant deadline = Instant.now().plusSeconds(30);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topic.DRIFT_ALERTS.topicName()));
            while (values.isEmpty() && Instant.now().isBefore(deadline)) {
                consumer.poll(Duration.ofMillis(200)).forEach(each -> values.add(each.value()));
            }
        }
        return values;
    }

    @Test
    void closedBrokerListensNoMore() throws IOException {
        int port = freePort();
        EmbeddedBroker other = EmbeddedBroker.start(folder.resolve("closed"), port, freePort());

        other.close();

        assertThrows(IOException.class, () -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getInputStream().read();
            }
        });
    }

    private static Map<String, Object> client() {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
