package io.limen.schemas.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadinessProbeTest {

    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI address() {
        return ReadinessProbe.addressFrom(
                Map.of("QUARKUS_HTTP_PORT", String.valueOf(server.getAddress().getPort())));
    }

    @Test
    void serviceThatSaysSoIsReady() {
        assertTrue(ReadinessProbe.ready(address()));
    }

    @Test
    void serviceThatIsDownIsNot() {
        status = 503;

        assertFalse(ReadinessProbe.ready(address()));
    }

    @Test
    void nobodyIsNot() {
        server.stop(0);

        assertFalse(ReadinessProbe.ready(address()));
    }

    @Test
    void portIsTheOneThatTheServiceWasTold() {
        assertEquals(URI.create("http://127.0.0.1:8080/q/health/ready"), ReadinessProbe.addressFrom(Map.of()));
        assertEquals(
                URI.create("http://127.0.0.1:9000/q/health/ready"),
                ReadinessProbe.addressFrom(Map.of("QUARKUS_HTTP_PORT", "9000")));
        assertThrows(
                NumberFormatException.class,
                () -> ReadinessProbe.addressFrom(Map.of("QUARKUS_HTTP_PORT", "80/elsewhere")));
    }
}
