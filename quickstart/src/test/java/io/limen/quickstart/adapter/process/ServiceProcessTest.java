package io.limen.quickstart.adapter.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.limen.quickstart.domain.PartFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ServiceProcessTest {

    @TempDir
    Path folder;

    @Test
    void serviceIsReadyOnceItsHealthSaysSo() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(asked.incrementAndGet() < 3 ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
        try (ChildProcess child = start("while :; do sleep 0.05; done")) {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");

            Optional<PartFailure> failure =
                    new ServiceProcess(child, address).awaitReady(Instant.now().plusSeconds(30));

            assertEquals(Optional.empty(), failure);
            assertEquals(3, asked.get());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void serviceThatDiesWhileAwaitedIsReportedWithItsLog() {
        try (ChildProcess child = start("echo cannot bind; exit 1")) {
            PartFailure failure = new ServiceProcess(child, nobody())
                    .awaitReady(Instant.now().plusSeconds(30))
                    .orElseThrow();

            assertEquals("stub ended with exit code 1", failure.what());
            assertEquals(List.of("cannot bind"), failure.logEnd());
        }
    }

    @Test
    void serviceThatNeverGetsReadyIsReported() {
        try (ChildProcess child = start("while :; do sleep 0.05; done")) {
            PartFailure failure = new ServiceProcess(child, nobody())
                    .awaitReady(Instant.now())
                    .orElseThrow();

            assertTrue(failure.what().contains("did not become ready"), failure.what());
        }
    }

    private static URI nobody() {
        return URI.create("http://127.0.0.1:" + FreePort.any() + "/");
    }

    private ChildProcess start(String script) {
        return ChildProcess.start(new Launch("stub", List.of("/bin/sh", "-c", script), Map.of(), folder));
    }
}
