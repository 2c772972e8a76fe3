package io.limen.schemas.registry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.limen.schemas.DriftCommand;
import io.limen.schemas.DriftCommandKind;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A registry that numbers schemas as they come, and what becomes of records. */
class RecordFramingTest {

    private static final String COMMANDS = Topic.DRIFT_COMMANDS.topicName();

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String wrong = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        String body = wrong.isEmpty() ? "{\"id\": " + (1_000_000 + asked.size()) + "}" : wrong;
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private SchemaRegistry registry() {
        return new SchemaRegistry(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"), Optional.of("Bearer abc"));
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
    void aRecordHasTheIdOfItsSchemaInFrontAndTheSameBytesBehind() throws RegistryException {
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
    void everyReleasedSchemaOfEveryTopicIsRegisteredAndKeptCompatible() throws RegistryException {
        RecordFraming.of(registry());

        for (Topic topic : Topic.values()) {
            String subject = topic.topicName() + "-value";
            assertEquals(
                    topic.releasedSchemas().size(),
                    asked.stream()
                            .filter(line -> line.startsWith("POST /subjects/" + subject + "/versions"))
                            .count(),
                    subject);
            assertTrue(asked.contains("PUT /config/" + subject + " Bearer abc"), subject);
        }
    }

    @Test
    void whatIsNoRecordOfTheTopicIsLeftAsItIs() throws RegistryException {
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
    void clientsOfAStreamFrameByTheirInterceptors() throws RegistryException {
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
    void aRegistryThatRefusesOrIsNoneSaysWhyInOneLine() {
        status = 409;
        wrong = "{\"error_code\": 409, \"message\": \"incompatible with an earlier schema\\nmore\"}";
        RegistryException refused = assertThrows(RegistryException.class, () -> RecordFraming.of(registry()));
        assertTrue(
                refused.getMessage().endsWith("with status 409: incompatible with an earlier schema"),
                refused::getMessage);

        status = 200;
        wrong = "<html>";
        assertTrue(assertThrows(RegistryException.class, () -> RecordFraming.of(registry()))
                .getMessage()
                .contains("is no schema registry"));
        wrong = "{\"id\": \"seven\"}";
        assertTrue(assertThrows(RegistryException.class, () -> RecordFraming.of(registry()))
                .getMessage()
                .contains("gave no id"));
        stop();
        assertTrue(assertThrows(RegistryException.class, () -> RecordFraming.of(registry()))
                .getMessage()
                .startsWith("no schema registry answers at "));
    }
}
