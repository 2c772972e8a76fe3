package io.limen.schemas.registry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.schemas.DriftCommand;
import io.limen.schemas.DriftCommandKind;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import io.limen.schemas.registry.RegistryAccess.UnusableException;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A registry that numbers schemas as they come, and what becomes of records. */
class RecordFramingTest {

    private static final String COMMANDS = Topic.DRIFT_COMMANDS.topicName();

    private MadeUpRegistry made;

    @BeforeEach
    void start() throws IOException {
        made = MadeUpRegistry.start();
    }

    @AfterEach
    void stop() {
        made.close();
    }

    private SchemaRegistry registry() throws UnusableException {
        return new SchemaRegistry(RegistryAccess.of(Optional.of(made.address() + "/"), Optional.empty())
                .orElseThrow());
    }

    private static byte[] command() {
        return SingleObjectSerde.driftCommand()
                .encode(DriftCommand.newBuilder()
                        .setCommandId("c-1")
                        .setModel("unet")
                        .setModelVersion("1")
                        .setKind(DriftCommandKind.ACKNOWLEDGE)
                        .setBy("somebody")
                        .setAt(Instant.EPOCH)
                        .build());
    }

    @Test
    void aRecordHasTheIdOfItsSchemaInFrontAndTheSameBytesBehind() throws Exception {
        RecordFraming framing = RecordFraming.of(registry());
        byte[] record = command();

        byte[] framed = framing.framed(COMMANDS, record);

        assertEquals(record.length - 5, framed.length);
        assertEquals(0, framed[0]);
        assertTrue(ByteBuffer.wrap(framed, 1, 4).getInt() > 1_000_000);
        assertArrayEquals(Arrays.copyOfRange(record, 10, record.length), Arrays.copyOfRange(framed, 5, framed.length));
        assertArrayEquals(record, framing.unframed(COMMANDS, framed));
    }

    @Test
    void everyReleasedSchemaOfEveryTopicIsRegisteredAndKeptCompatible() throws Exception {
        RecordFraming.of(registry());

        for (Topic topic : Topic.values()) {
            String subject = topic.topicName() + "-value";
            assertEquals(
                    topic.releasedSchemas().size(),
                    made.asked().stream()
                            .filter(line -> line.startsWith("POST /subjects/" + subject + "/versions"))
                            .count(),
                    subject);
            assertTrue(made.asked().contains("PUT /config/" + subject + " null"), subject);
        }
    }

    @Test
    void whatIsNoRecordOfTheTopicIsLeftAsItIs() throws Exception {
        RecordFraming framing = RecordFraming.of(registry());
        for (byte[] other : List.of(new byte[0], new byte[] {0}, new byte[] {0, 0, 0, 0, 9, 1}, new byte[] {7, 7, 7})) {
            assertSame(other, framing.framed(COMMANDS, other));
            assertSame(other, framing.unframed(COMMANDS, other));
        }
        byte[] record = command();
        assertSame(record, framing.framed("limen-aggregator-some-changelog", record));
        assertSame(record, framing.framed(Topic.ATTRIBUTIONS.topicName(), record), "a command is no attribution");
        assertSame(record, framing.unframed(COMMANDS, record), "a record from before there was a registry");
        assertSame(record, RecordFraming.NONE.framed(COMMANDS, record));
        assertEquals(null, framing.framed(COMMANDS, null));
        assertEquals(null, framing.unframed(COMMANDS, null));
        assertEquals(Map.of(), RecordFraming.NONE.streamSettings());
    }

    @Test
    void clientsOfAStreamFrameByTheirInterceptors() throws Exception {
        RecordFraming framing = RecordFraming.of(registry());
        FramingInterceptor producer = new FramingInterceptor();
        producer.configure(framing.streamSettings());
        byte[] record = command();

        ProducerRecord<byte[], byte[]> sent =
                producer.onSend(new ProducerRecord<>(COMMANDS, 2, 7L, new byte[] {1}, record));

        assertArrayEquals(framing.framed(COMMANDS, record), sent.value());
        assertEquals(List.of(2, 7L), List.of(sent.partition(), sent.timestamp()));
    }

    @Test
    void whoReadsAloneFindsTheSameIdsAndRegistersNothing() throws Exception {
        RecordFraming writing = RecordFraming.of(registry());
        int before = made.asked().size();

        RecordFraming reading = RecordFraming.reading(registry());

        assertArrayEquals(command(), reading.unframed(COMMANDS, writing.framed(COMMANDS, command())));
        assertTrue(made.asked().stream().skip(before).allMatch(line -> line.matches("POST /subjects/[^/]+ null")));
    }

    @Test
    void aRegistryWithoutOurSchemasLeavesRecordsAsTheyAreForWhoReadsAlone() throws Exception {
        byte[] record = command();

        assertSame(record, RecordFraming.reading(registry()).framed(COMMANDS, record));
        assertSame(record, RecordFraming.reading(Optional.empty()).framed(COMMANDS, record));
    }

    @Test
    void aSchemaOfSomebodyElseThatDoesNotGoWithOursIsTold() throws Exception {
        made.put(
                COMMANDS + "-value",
                SchemaBuilder.record("DriftCommand")
                        .fields()
                        .requiredInt("other")
                        .endRecord());

        RegistryException refused = assertThrows(RegistryException.class, () -> RecordFraming.of(registry()));

        assertTrue(
                refused.getMessage()
                        .endsWith(
                                "/subjects/drift-commands-value/versions with status 409: incompatible with an earlier"
                                        + " schema of drift-commands-value"),
                refused::getMessage);
    }

    @Test
    void aRegistryThatGivesTwoSchemasOneIdIsRefused() throws Exception {
        made.giveAlways(1);

        for (Executable use :
                List.<Executable>of(() -> RecordFraming.of(registry()), () -> RecordFraming.reading(registry()))) {
            RegistryException refused = assertThrows(RegistryException.class, use);

            assertTrue(
                    refused.getMessage()
                            .matches("the schema registry gives [a-z-]+-value the id 1, which it has given to another"
                                    + " schema"),
                    refused::getMessage);
        }
    }

    @Test
    void theFramingOfAServiceIsKnownOnceTheRegistryHasAnsweredAndStaysKnown() throws Exception {
        int port = URI.create(made.address()).getPort();
        made.close();
        AwaitedFraming framing = AwaitedFraming.of(RegistryAccess.of(Optional.of(made.address()), Optional.empty()));
        assertTrue(framing.missing().orElseThrow().startsWith("no schema registry answers at " + made.address()));
        assertThrows(KafkaException.class, framing::framing);

        made = MadeUpRegistry.start(port);
        assertEquals(Optional.empty(), framing.missing());
        made.close();

        assertEquals(Optional.empty(), framing.missing());
        assertEquals(0, framing.framing().framed(COMMANDS, command())[0]);
        assertSame(RecordFraming.NONE, AwaitedFraming.none().framing());
    }
}
