package io.limen.objectstore;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * As much of S3 as Limen uses, in this process: objects of one bucket are put and got by path, and it has the faults that a test
 * gives it. Whoever names the right access key is let in: signatures are not looked at, {@link SigningS3} does that.
 */
public final class S3Server implements AutoCloseable {

    public static final String BUCKET = "images";
    public static final String ACCESS_KEY = "limen-test";
    public static final String SECRET_KEY = "limen-test-secret";

    /** What goes wrong with a request, once. */
    public enum Fault {
        /** 503 SlowDown. */
        OVERLOADED,
        /** The connection ends in the middle of the object. */
        CUT,
        /** The connection ends without an answer. */
        GONE,
        /** 403 for this object alone, as when it is archived or its key is not ours. */
        FORBIDDEN,
        /** Without its length, as some proxies send it. */
        CHUNKED
    }

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final Queue<Fault> faults = new ArrayDeque<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private S3Server(HttpServer server) {
        this.server = server;
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "s3-server");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::handle);
        server.start();
    }

    /** On any free port. */
    public static S3Server start() throws IOException {
        return start(0);
    }

    /** On the port, with nothing in it. */
    public static S3Server start(int port) throws IOException {
        return new S3Server(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The object with the key, which a test may change; none for null. */
    public void put(String key, byte[] content) {
        objects.put(key, content);
    }

    public Map<String, byte[]> objects() {
        return objects;
    }

    /** Method and path of every request so far. */
    public List<String> requests() {
        return requests;
    }

    /** The next requests go wrong like this, one after the other. */
    public void willFail(Fault... next) {
        synchronized (faults) {
            faults.addAll(List.of(next));
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            requests.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
            Fault fault;
            synchronized (faults) {
                fault = faults.poll();
            }
            if (fault == Fault.OVERLOADED) {
                refuse(exchange, 503, "SlowDown");
            } else if (fault == Fault.FORBIDDEN) {
                refuse(exchange, 403, "AccessDenied");
            } else if (fault != Fault.GONE) {
                serve(exchange, body, fault);
            }
        }
    }

    private void serve(HttpExchange exchange, byte[] body, Fault fault) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String path = exchange.getRequestURI().getPath().substring(1);
        String key = path.substring(path.indexOf('/') + 1);
        if (authorization == null || !authorization.startsWith("AWS4-HMAC-SHA256 Credential=" + ACCESS_KEY + "/")) {
            refuse(exchange, 403, "InvalidAccessKeyId");
        } else if (!path.startsWith(BUCKET + "/")) {
            refuse(exchange, 404, "NoSuchBucket");
        } else if (exchange.getRequestMethod().equals("PUT")) {
            objects.put(key, content(exchange, body));
            exchange.sendResponseHeaders(200, -1);
        } else if (!objects.containsKey(key)) {
            refuse(exchange, 404, "NoSuchKey");
        } else {
            byte[] object = objects.get(key);
            exchange.sendResponseHeaders(200, fault == Fault.CHUNKED ? 0 : object.length);
            exchange.getResponseBody().write(object, 0, fault == Fault.CUT ? object.length / 2 : object.length);
        }
    }

    /** Taken out of the signed chunks that Amazon's client sends it in. */
    private static byte[] content(HttpExchange exchange, byte[] body) {
        String digest = exchange.getRequestHeaders().getFirst("x-amz-content-sha256");
        if (digest == null || !digest.startsWith("STREAMING-")) {
            return body;
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int at = 0;
        while (at < body.length) {
            int end = at;
            while (body[end] != '\r') {
                end++;
            }
            String head = new String(body, at, end - at, StandardCharsets.US_ASCII);
            int length = Integer.parseInt(head.replaceAll(";.*", ""), 16);
            if (length == 0) {
                break;
            }
            content.write(body, end + 2, length);
            at = end + 2 + length + 2;
        }
        return content.toByteArray();
    }

    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        byte[] body = ("<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>no</Message></Error>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
