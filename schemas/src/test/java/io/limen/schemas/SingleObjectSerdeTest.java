package io.limen.schemas;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SingleObjectSerdeTest {

    /** {@code -Dgolden.write=DIR} writes the golden files of a new version there. */
    private static final String WRITE_TO = System.getProperty("golden.write");

    record Golden<T extends SpecificRecordBase>(SingleObjectSerde<T> serde, T value) {
        byte[] encoded() {
            return serde.encode(value);
        }

        byte[] written(int version) {
            return serde.writing(version).encode(value);
        }

        void decodesTo(byte[] bytes, Schema release) {
            assertReleased(value, serde.decode(bytes), value.getSchema(), release);
        }

        String name() {
            return value.getSchema().getName();
        }
    }

    static Stream<Golden<?>> records() {
        return Stream.of(
                new Golden<>(SingleObjectSerde.segmentationResult(), GoldenRecords.segmentationResult()),
                new Golden<>(SingleObjectSerde.attribution(), GoldenRecords.attribution()),
                new Golden<>(SingleObjectSerde.modelStatistics(), GoldenRecords.modelStatistics()),
                new Golden<>(SingleObjectSerde.driftAlert(), GoldenRecords.driftAlert()),
                new Golden<>(SingleObjectSerde.driftCommand(), GoldenRecords.driftCommand()),
                new Golden<>(SingleObjectSerde.auditEntry(), GoldenRecords.auditEntry()),
                new Golden<>(SingleObjectSerde.fleetStatistics(), GoldenRecords.fleetStatistics()),
                new Golden<>(SingleObjectSerde.statisticsHistory(), GoldenRecords.statisticsHistory()),
                new Golden<>(SingleObjectSerde.driftHistory(), GoldenRecords.driftHistory()));
    }

    /** Every field that the release had comes back, at any depth; those that came later have their defaults. */
    private static void assertReleased(Object expected, Object actual, Schema schema, Schema release) {
        if (schema.getType() == Schema.Type.UNION) {
            assertReleased(expected, actual, filled(schema), filled(release));
        } else if (schema.getType() == Schema.Type.RECORD) {
            IndexedRecord wanted = (IndexedRecord) expected;
            IndexedRecord found = (IndexedRecord) actual;
            for (Schema.Field field : schema.getFields()) {
                Schema.Field released = release.getField(field.name());
                if (released == null) {
                    Object theDefault = SpecificData.get().getDefaultValue(field);
                    assertEquals(theDefault, found.get(field.pos()), field.name());
                } else {
                    assertReleased(wanted.get(field.pos()), found.get(field.pos()), field.schema(), released.schema());
                }
            }
        } else if (schema.getType() == Schema.Type.ARRAY) {
            List<?> wanted = (List<?>) expected;
            List<?> found = (List<?>) actual;
            assertEquals(wanted.size(), found.size(), schema.toString());
            for (int i = 0; i < wanted.size(); i++) {
                assertReleased(wanted.get(i), found.get(i), schema.getElementType(), release.getElementType());
            }
        } else if (schema.getType() == Schema.Type.MAP) {
            Map<?, ?> wanted = (Map<?, ?>) expected;
            Map<?, ?> found = (Map<?, ?>) actual;
            assertEquals(wanted.keySet(), found.keySet(), schema.toString());
            wanted.forEach((key, value) ->
                    assertReleased(value, found.get(key), schema.getValueType(), release.getValueType()));
        } else {
            assertEquals(expected, actual, schema.toString());
        }
    }

    /** What a golden record has where null is allowed; of several the whole union, for then the branches have no nested release. */
    private static Schema filled(Schema union) {
        List<Schema> branches = union.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .toList();
        return branches.size() == 1 ? branches.get(0) : Schema.create(Schema.Type.NULL);
    }

    @ParameterizedTest
    @MethodSource("records")
    void theGoldenRecordOfEveryReleasedVersionIsRead(Golden<?> golden) throws IOException {
        List<Schema> releases = ReleasedSchemas.of(golden.name());
        int versions = releases.size();
        if (WRITE_TO != null) {
            Files.write(Path.of(WRITE_TO, golden.name() + "-v" + versions + ".bin"), golden.encoded());
        }
        for (int version = 1; version <= versions; version++) {
            try (InputStream file =
                    getClass().getResourceAsStream("/golden/" + golden.name() + "-v" + version + ".bin")) {
                assertNotNull(file, "no golden record of " + golden.name() + " version " + version);
                golden.decodesTo(file.readAllBytes(), releases.get(version - 1));
            }
        }
    }

    /** What each version wrote, read as each other version does, the newest by the oldest too: nothing that both have is lost. */
    @ParameterizedTest
    @MethodSource("records")
    void theGoldenRecordOfEveryVersionIsReadByEveryOther(Golden<?> golden) throws IOException {
        List<Schema> releases = ReleasedSchemas.of(golden.name());
        for (int version = 1; version <= releases.size(); version++) {
            byte[] written = file(golden, version);
            Schema wrote = releases.get(version - 1);
            GenericRecord whole = read(written, wrote, wrote);
            for (Schema reader : releases) {
                new CommonFields(wrote, reader).assertSame(whole, read(written, wrote, reader));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatIsWrittenForAnEarlierVersionBeginsWithItsFingerprintAndIsReadByIt(Golden<?> golden) throws IOException {
        List<Schema> releases = ReleasedSchemas.of(golden.name());
        Schema current = golden.value().getSchema();
        for (int version = 1; version <= releases.size(); version++) {
            byte[] written = golden.written(version);

            Schema release = releases.get(version - 1);
            assertArrayEquals(Arrays.copyOf(file(golden, version), 10), Arrays.copyOf(written, 10), release.getName());
            new CommonFields(current, release)
                    .assertSame(read(golden.encoded(), current, current), read(written, release, release));
            golden.decodesTo(written, release);
        }
    }

    private static byte[] file(Golden<?> golden, int version) throws IOException {
        try (InputStream file =
                SingleObjectSerdeTest.class.getResourceAsStream("/golden/" + golden.name() + "-v" + version + ".bin")) {
            return file.readAllBytes();
        }
    }

    private static GenericRecord read(byte[] bytes, Schema writer, Schema reader) throws IOException {
        return new GenericDatumReader<GenericRecord>(writer, reader)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, 10, bytes.length - 10, null));
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyTruncationIsRefusedAsASerializationFault(Golden<?> golden) {
        byte[] whole = golden.encoded();
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThrows(SerializationException.class, () -> golden.serde().decode(part));
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void flippedBitsNeverRaiseAnythingElse(Golden<?> golden) {
        SplittableRandom random = new SplittableRandom(7);
        byte[] whole = golden.encoded();
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] flipped = whole.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                golden.serde().decode(flipped);
            } catch (SerializationException expected) {
                refused++;
            }
        }
        assertTrue(refused > 0, "no flip was noticed");
    }

    @Test
    void aHugeLengthIsRefusedWithoutAllocatingIt() {
        byte[] whole = SingleObjectSerde.segmentationResult().encode(GoldenRecords.segmentationResult());
        byte[] hostile = Arrays.copyOf(whole, 16);
        // the first string's length prefix: a zig-zag varint of about 2^30
        byte[] huge = {(byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x07};
        System.arraycopy(huge, 0, hostile, 10, huge.length);
        SerializationException refused = assertThrows(
                SerializationException.class,
                () -> SingleObjectSerde.segmentationResult().decode(hostile));
        assertTrue(refused.getMessage().contains("maximum"), refused.getMessage());
    }

    @Test
    void anotherKindOfRecordIsRefused() {
        byte[] attribution = SingleObjectSerde.attribution().encode(GoldenRecords.attribution());
        assertThrows(
                SerializationException.class,
                () -> SingleObjectSerde.segmentationResult().decode(attribution));
    }

    @Test
    void bytesBehindTheRecordAreRefused() {
        byte[] whole = SingleObjectSerde.driftAlert().encode(GoldenRecords.driftAlert());
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);
        assertThrows(
                SerializationException.class,
                () -> SingleObjectSerde.driftAlert().decode(longer));
    }

    @Test
    void aTombstoneStaysATombstone() {
        var serde = SingleObjectSerde.modelStatistics();
        assertNull(serde.serializer().serialize("model-statistics", null));
        assertNull(serde.deserializer().deserialize("model-statistics", null));
        byte[] bytes = serde.serializer().serialize("model-statistics", GoldenRecords.modelStatistics());
        assertArrayEquals(serde.encode(GoldenRecords.modelStatistics()), bytes);
    }
}
