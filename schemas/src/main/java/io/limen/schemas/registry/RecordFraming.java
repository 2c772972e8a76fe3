package io.limen.schemas.registry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * What comes before a record on a topic. Within Limen it is that of Avro's single-object encoding, {@code C3 01} and the schema's
 * fingerprint; readers that know a registry expect a zero byte and the schema's id there (Confluent's wire format). What follows is
 * the same in both, so records are changed at the edge, by their first bytes alone. All ids are asked for once, when the process
 * starts: afterwards a registry that is away disturbs nothing.
 */
public final class RecordFraming {

    /** Records as they are: there is no registry. */
    public static final RecordFraming NONE = new RecordFraming(Map.of());

    private static final byte[] SINGLE_OBJECT = {(byte) 0xC3, 0x01};
    private static final int SINGLE_OBJECT_BYTES = 10;
    private static final byte REGISTRY = 0;
    private static final int REGISTRY_BYTES = 5;

    private final Map<String, RegisteredIds> topics;

    private RecordFraming(Map<String, RegisteredIds> topics) {
        this.topics = Map.copyOf(topics);
    }

    /**
     * For who writes: with the ids that a registry has, or gives, for every released schema of every topic, oldest first, under the
     * subject {@code <topic>-value}; from then on the registry refuses schemas that would break a reader.
     */
    public static RecordFraming of(SchemaRegistry registry) throws RegistryException {
        return new RecordFraming(RegisteredIds.register(registry));
    }

    /** For who writes, with or without a registry, as it is set. */
    public static RecordFraming of(Optional<RegistryAccess> access) throws RegistryException {
        return access.isPresent() ? of(new SchemaRegistry(access.get())) : NONE;
    }

    /** For who reads alone: with the ids that a registry has, which stays as it is. */
    public static RecordFraming reading(SchemaRegistry registry) throws RegistryException {
        return new RecordFraming(RegisteredIds.find(registry));
    }

    /** For who reads alone, with or without a registry, as it is set. */
    public static RecordFraming reading(Optional<RegistryAccess> access) throws RegistryException {
        return access.isPresent() ? reading(new SchemaRegistry(access.get())) : NONE;
    }

    /** The record as readers of the registry expect it on the topic; itself when it is no record that the topic is for. */
    public byte[] framed(String topic, byte[] record) {
        RegisteredIds ids = topics.get(topic);
        if (ids == null || !startsAsSingleObject(record)) {
            return record;
        }
        long fingerprint = ByteBuffer.wrap(record, SINGLE_OBJECT.length, Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
        Integer id = ids.byFingerprint().get(fingerprint);
        if (id == null) {
            return record;
        }
        int body = record.length - SINGLE_OBJECT_BYTES;
        return ByteBuffer.allocate(REGISTRY_BYTES + body)
                .put(REGISTRY)
                .putInt(id)
                .put(record, SINGLE_OBJECT_BYTES, body)
                .array();
    }

    /** The record in single-object encoding; itself when it is so already, or is none of the topic's. */
    public byte[] unframed(String topic, byte[] record) {
        RegisteredIds ids = topics.get(topic);
        if (ids == null || record == null || record.length < REGISTRY_BYTES || record[0] != REGISTRY) {
            return record;
        }
        Long fingerprint =
                ids.byId().get(ByteBuffer.wrap(record, 1, Integer.BYTES).getInt());
        if (fingerprint == null) {
            return record;
        }
        int body = record.length - REGISTRY_BYTES;
        return ByteBuffer.allocate(SINGLE_OBJECT_BYTES + body)
                .put(SINGLE_OBJECT)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(fingerprint)
                .put(record, REGISTRY_BYTES, body)
                .array();
    }

    /** For a producer's values. */
    public Serializer<byte[]> serializer() {
        Serializer<byte[]> bytes = new ByteArraySerializer();
        return (topic, record) -> bytes.serialize(topic, framed(topic, record));
    }

    /** For a producer's values that are no bytes yet. */
    public <T> Serializer<T> serializer(Serializer<T> encoding) {
        return (topic, value) -> framed(topic, encoding.serialize(topic, value));
    }

    /** For a consumer's values. */
    public Deserializer<byte[]> deserializer() {
        Deserializer<byte[]> bytes = new ByteArrayDeserializer();
        return (topic, record) -> unframed(topic, bytes.deserialize(topic, record));
    }

    /** Settings of a stream, whose clients' serializers can't be chosen. */
    public Map<String, Object> streamSettings() {
        if (topics.isEmpty()) {
            return Map.of();
        }
        return Map.of(
                "producer.interceptor.classes",
                List.of(FramingInterceptor.class.getName()),
                "main.consumer.interceptor.classes",
                List.of(UnframingInterceptor.class.getName()),
                FramingInterceptor.FRAMING,
                this);
    }

    private static boolean startsAsSingleObject(byte[] record) {
        return record != null
                && record.length >= SINGLE_OBJECT_BYTES
                && record[0] == SINGLE_OBJECT[0]
                && record[1] == SINGLE_OBJECT[1];
    }
}
