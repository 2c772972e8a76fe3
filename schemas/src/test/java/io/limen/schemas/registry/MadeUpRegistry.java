package io.limen.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidatorBuilder;

/**
 * A registry on loopback with the requests that Limen makes: gives ids, finds schemas, and refuses what does not go with the
 * subject's others once it is told to. One schema has one id, whatever its subjects, as Confluent's registry does it.
 */
public final class MadeUpRegistry implements AutoCloseable {

    private static final int FIRST_ID = 1_000_000;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, List<Schema>> subjects = new HashMap<>();
    private final Set<String> kept = new HashSet<>();
    private final List<Schema> schemas = new ArrayList<>();
    private final HttpServer server;
    private OptionalInt always = OptionalInt.empty();

    private record Reply(int status, String body) {}

    private MadeUpRegistry(HttpServer server) {
        this.server = server;
    }

    /** Starts one without schemas. */
    public static MadeUpRegistry start() throws IOException {
        return start(0);
    }

    /** Starts one without schemas at that port. */
    public static MadeUpRegistry start(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        MadeUpRegistry registry = new MadeUpRegistry(server);
        server.createContext("/", registry::answer);
        server.start();
        return registry;
    }

    /** Where it is. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Every request: method, path and what was shown. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** The schema that has the id. */
    public synchronized Schema schema(int id) {
        return schemas.get(id - FIRST_ID);
    }

    /** Puts a schema there, as somebody else would. */
    public synchronized int put(String subject, Schema schema) {
        subjects.computeIfAbsent(subject, name -> new ArrayList<>()).add(schema);
        return id(schema);
    }

    /** Has it answer every schema with that id from now on. */
    public synchronized void giveAlways(int id) {
        always = OptionalInt.of(id);
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            JsonNode body = JSON.readTree(exchange.getRequestBody());
            String path = exchange.getRequestURI().getPath();
            asked.add(exchange.getRequestMethod() + " " + path + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            Reply reply = reply(path, body);
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized Reply reply(String path, JsonNode body) {
        String[] parts = path.split("/");
        String subject = parts[2];
        if (parts[1].equals("config")) {
            kept.add(subject);
            return new Reply(OK, body.toString());
        }
        if (always.isPresent()) {
            return new Reply(OK, "{\"id\": " + always.getAsInt() + "}");
        }
        Schema schema = new Schema.Parser().parse(body.path("schema").asText());
        List<Schema> those = subjects.getOrDefault(subject, List.of());
        if (those.contains(schema)) {
            return new Reply(OK, "{\"id\": " + id(schema) + "}");
        }
        if (parts.length == 3) {
            return new Reply(NOT_FOUND, "{\"error_code\": 40403, \"message\": \"Schema not found\"}");
        }
        if (kept.contains(subject) && !goesWith(schema, those)) {
            return new Reply(
                    CONFLICT,
                    "{\"error_code\": 409, \"message\": \"incompatible with an earlier schema of " + subject
                            + "\\nand more\"}");
        }
        return new Reply(OK, "{\"id\": " + put(subject, schema) + "}");
    }

    private static boolean goesWith(Schema schema, List<Schema> those) {
        try {
            new SchemaValidatorBuilder().mutualReadStrategy().validateAll().validate(schema, those);
            return true;
        } catch (SchemaValidationException e) {
            return false;
        }
    }

    private int id(Schema schema) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        return FIRST_ID + schemas.indexOf(schema);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
