package io.limen.schemas;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Avro single-object encoding (Avro 1.12 specification, "Single-object encoding"): two marker bytes, the schema's 64-bit
 * fingerprint, the record. Needs no registry: schemas released earlier lie beside this class and are resolved to the
 * current one. Bytes that are no record of the type raise {@link SerializationException}, whatever they are. Safe for
 * use by several threads.
 *
 * @param <T> the generated record
 */
public final class SingleObjectSerde<T extends SpecificRecordBase> implements Serde<T> {

    /** Kafka's default message limit is 1 MiB; four times that leaves room and no length in a record is honoured beyond it. */
    private static final String MAX_LENGTH = String.valueOf(4 * 1024 * 1024);

    static {
        // Avro allocates what a length prefix says unless it is told not to; read once, when its decoder loads.
        for (String limit : List.of("bytes.maxLength", "collectionItems.maxLength", "string.maxLength")) {
            String property = "org.apache.avro.limits." + limit;
            if (System.getProperty(property) == null) {
                System.setProperty(property, MAX_LENGTH);
            }
        }
    }

    private final BinaryMessageEncoder<T> encoder;
    private final BinaryMessageDecoder<T> decoder;
    private final Schema schema;
    private final List<Schema> releases;
    private final Optional<OlderEncoding> older;

    private SingleObjectSerde(Schema schema) {
        this(schema, ReleasedSchemas.of(schema.getName()), Optional.empty());
    }

    private SingleObjectSerde(Schema schema, List<Schema> releases, Optional<OlderEncoding> older) {
        this.schema = schema;
        this.releases = releases;
        this.older = older;
        SpecificData model = SpecificData.getForSchema(schema);
        SchemaStore.Cache released = new SchemaStore.Cache();
        releases.forEach(released::addSchema);
        this.encoder = new BinaryMessageEncoder<>(model, schema);
        this.decoder = new BinaryMessageDecoder<>(model, schema, released);
    }

    /**
     * Encoding of a record that only one service knows, for what it keeps.
     *
     * @param current the schema of the generated record
     * @param beside a class of the service: released schemas are resources {@code released/<Name>-v<N>.avsc} beside it
     */
    public static <T extends SpecificRecordBase> SingleObjectSerde<T> of(Schema current, Class<?> beside) {
        return new SingleObjectSerde<>(current, ReleasedSchemas.of(beside, current.getName()), Optional.empty());
    }

    /**
     * The same for readers of an earlier version: what that version did not have is not written.
     *
     * @param version of the released schema, from 1
     */
    public SingleObjectSerde<T> writing(int version) {
        return version == releases.size()
                ? new SingleObjectSerde<>(schema, releases, Optional.empty())
                : new SingleObjectSerde<>(
                        schema, releases, Optional.of(new OlderEncoding(schema, releases.get(version - 1))));
    }

    /** Encoding of segmentation results. */
    public static SingleObjectSerde<SegmentationResult> segmentationResult() {
        return new SingleObjectSerde<>(SegmentationResult.getClassSchema());
    }

    /** Encoding of attributions. */
    public static SingleObjectSerde<Attribution> attribution() {
        return new SingleObjectSerde<>(Attribution.getClassSchema());
    }

    /** Encoding of model statistics. */
    public static SingleObjectSerde<ModelStatistics> modelStatistics() {
        return new SingleObjectSerde<>(ModelStatistics.getClassSchema());
    }

    /** Encoding of drift alerts. */
    public static SingleObjectSerde<DriftAlert> driftAlert() {
        return new SingleObjectSerde<>(DriftAlert.getClassSchema());
    }

    /** Encoding of what people tell the watch. */
    public static SingleObjectSerde<DriftCommand> driftCommand() {
        return new SingleObjectSerde<>(DriftCommand.getClassSchema());
    }

    /** Encoding of who changed something. */
    public static SingleObjectSerde<AuditEntry> auditEntry() {
        return new SingleObjectSerde<>(AuditEntry.getClassSchema());
    }

    /** Encoding of the fleet's statistics. */
    public static SingleObjectSerde<FleetStatistics> fleetStatistics() {
        return new SingleObjectSerde<>(FleetStatistics.getClassSchema());
    }

    /** Encoding of the points of charts. */
    public static SingleObjectSerde<StatisticsHistory> statisticsHistory() {
        return new SingleObjectSerde<>(StatisticsHistory.getClassSchema());
    }

    /** Encoding of how far the evidence for a change got. */
    public static SingleObjectSerde<DriftHistory> driftHistory() {
        return new SingleObjectSerde<>(DriftHistory.getClassSchema());
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> value == null ? null : encode(value);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> bytes == null ? null : decode(bytes);
    }

    /** The record in single-object encoding. */
    public byte[] encode(T value) {
        try {
            var buffer = encoder.encode(value);
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return older.isPresent() ? older.get().of(bytes) : bytes;
        } catch (IOException | AvroRuntimeException e) {
            throw new SerializationException(
                    "cannot encode " + value.getSchema().getName(), e);
        }
    }

    /**
     * The record that the bytes encode, resolved to the current schema.
     *
     * @throws SerializationException if they are not exactly one record of this type
     */
    public T decode(byte[] bytes) {
        InputStream input = new ByteArrayInputStream(bytes);
        try {
            T value = decoder.decode(input, null);
            if (input.available() > 0) {
                throw new SerializationException("bytes follow the record: " + input.available());
            }
            return value;
        } catch (IOException | RuntimeException e) {
            if (e instanceof SerializationException known) {
                throw known;
            }
            throw new SerializationException("not a record of the schema: " + e.getMessage(), e);
        }
    }
}
