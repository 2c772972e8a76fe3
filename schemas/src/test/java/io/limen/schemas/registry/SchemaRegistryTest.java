package io.limen.schemas.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.limen.schemas.DriftCommand;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of answers that are none, wrong, endless or late. */
class SchemaRegistryTest {

    private static final String SUBJECT = "drift-commands-value";

    private final List<String> shown = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private Answering answering;

    /** What the server does with a request. */
    private interface Answering {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            shown.add(exchange.getRequestHeaders().getFirst("Authorization"));
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                answering.to(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    private void answers(int status, String body) {
        answering = exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private RegistryException refused() throws Exception {
        SchemaRegistry registry = new SchemaRegistry(
                RegistryAccess.of(Optional.of(address()), Optional.empty()).orElseThrow(), Duration.ofSeconds(1));
        return assertThrows(RegistryException.class, () -> registry.register(SUBJECT, DriftCommand.getClassSchema()));
    }

    @Test
    void whatIsShownIsTheLineOfTheFile() throws Exception {
        answers(200, "{\"id\": 3}");
        Path file = Files.writeString(folder.resolve("authorization"), "Bearer abc\n");
        SchemaRegistry registry = new SchemaRegistry(
                RegistryAccess.of(Optional.of(address()), Optional.of(file)).orElseThrow());

        assertEquals(3, registry.register(SUBJECT, DriftCommand.getClassSchema()));
        assertEquals(List.of("Bearer abc"), shown);
    }

    @Test
    void aReasonIsOneLineThatFitsALog() throws Exception {
        answers(422, "{\"message\": \"no\\u0007such" + "x".repeat(1000) + "\\nsecond line\"}");

        String line = refused().getMessage();

        assertTrue(
                line.startsWith("the schema registry at " + address() + " answers /subjects/" + SUBJECT
                        + "/versions with status 422: no suchxxx"),
                line);
        assertTrue(line.length() < 500 && line.lines().count() == 1, line);
    }

    @Test
    void whatIsNoRegistryIsTold() throws Exception {
        answers(200, "<html>");
        assertTrue(refused().getMessage().endsWith("is no schema registry: its answer is no JSON (status 200)"));
        answers(200, "{\"id\": \"seven\"}");
        assertTrue(refused().getMessage().endsWith("gave no id for " + SUBJECT));
        answers(200, "{\"id\": -7}");
        assertTrue(refused().getMessage().endsWith("gave no id for " + SUBJECT));
    }

    @Test
    void aRedirectionIsNotFollowed() throws Exception {
        answering = exchange -> {
            exchange.getResponseHeaders().add("Location", address() + "/elsewhere");
            exchange.sendResponseHeaders(307, -1);
        };

        assertTrue(refused().getMessage().contains("status 307"));
        assertEquals(1, shown.size());
    }

    @Test
    void anEndlessAnswerIsLetGo() throws Exception {
        answering = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = new byte[1 << 16];
            while (true) {
                exchange.getResponseBody().write(much);
            }
        };

        assertTrue(refused().getMessage().endsWith("an answer of more than 1048576 bytes"));
    }

    @Test
    void anAnswerThatDripsIsLetGo() throws Exception {
        answering = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            do {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            } while (!over.await(100, TimeUnit.MILLISECONDS));
        };

        assertTrue(refused().getMessage().endsWith(" within 1000 ms"));
    }

    @Test
    void whereNobodyListensIsTold() throws Exception {
        server.stop(0);

        assertTrue(refused().getMessage().startsWith("no schema registry answers at " + address()));
    }
}
