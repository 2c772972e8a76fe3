package io.limen.quickstart.bootstrap;

import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.limen.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Clients that have nothing of Limen: what a record is, the registry tells them.
 *
 * @param registry where Apicurio's own clients look
 */
record Strangers(String bootstrapServers, String registry) {

    /** What lies on the topic now. */
    List<GenericRecord> read(Topic topic) {
        List<GenericRecord> records = new ArrayList<>();
        try (KafkaConsumer<String, GenericRecord> consumer = new KafkaConsumer<>(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "key.deserializer",
                StringDeserializer.class.getName(),
                "value.deserializer",
                AvroKafkaDeserializer.class.getName(),
                "apicurio.registry.url",
                registry))) {
            List<TopicPartition> all = consumer.partitionsFor(topic.topicName()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> records.add(record.value()));
            }
        }
        return records;
    }

    /** A writer that takes the newest schema of the topic and registers none. */
    Producer<String, GenericRecord> writer() {
        return new KafkaProducer<>(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "key.serializer",
                StringSerializer.class.getName(),
                "value.serializer",
                AvroKafkaSerializer.class.getName(),
                "apicurio.registry.url",
                registry,
                "apicurio.registry.find-latest",
                "true",
                "apicurio.registry.auto-register",
                "false",
                "apicurio.registry.artifact.group-id",
                "default"));
    }
}
