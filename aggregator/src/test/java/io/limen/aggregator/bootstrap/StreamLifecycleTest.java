package io.limen.aggregator.bootstrap;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StreamLifecycleTest {

    @Test
    void aStreamThatCannotStartIsBrokenAndNotWaiting() throws InterruptedException {
        StreamLifecycle stream = new StreamLifecycle(
                KafkaClients.of(new Faulty(new AtomicInteger())), outcome -> {}, new SimpleMeterRegistry());
        assertEquals("WAITING", stream.state());
        assertFalse(stream.isBroken());

        stream.start();

        await().atMost(Duration.ofSeconds(10)).until(stream::isBroken);
        assertEquals("ERROR", stream.state());
        assertFalse(stream.isRunning());
        stream.stop();
    }

    /** Fails when it is asked where Kafka is, but for the check before the start. */
    private record Faulty(AtomicInteger asked) implements AggregatorConfig {

        /** Where, and what is shown there. */
        private static final int CHECK_ASKS = 2;

        @Override
        public Kafka kafka() {
            if (asked.getAndIncrement() < CHECK_ASKS) {
                return new Unsecured();
            }
            throw new IllegalStateException("no such setting");
        }

        @Override
        public String applicationId() {
            return "test";
        }

        @Override
        public Path stateDir() {
            return Path.of("target");
        }

        @Override
        public int stateFormat() {
            return 7;
        }

        @Override
        public int newestExplanations() {
            return 1;
        }

        @Override
        public int indexedExplanations() {
            return 1;
        }

        @Override
        public int standbyReplicas() {
            return 0;
        }

        @Override
        public Windows windows() {
            return () -> 100;
        }

        @Override
        public Drift drift() {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public Access access() {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public Alertmanager alertmanager() {
            return Optional::empty;
        }

        @Override
        public SchemaRegistry schemaRegistry() {
            return new NoRegistry();
        }
    }

    private record NoRegistry() implements AggregatorConfig.SchemaRegistry {

        @Override
        public Optional<String> url() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> authorizationFile() {
            return Optional.empty();
        }
    }

    private record Unsecured() implements AggregatorConfig.Kafka {

        @Override
        public String bootstrapServers() {
            return "localhost:9";
        }

        @Override
        public Optional<Path> security() {
            return Optional.empty();
        }
    }
}
