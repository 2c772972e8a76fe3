package io.limen.aggregator.adapter.dashboard;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

class BrokerPulseTest {

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final BrokerPulse pulse = new BrokerPulse(() -> now);
    private final Map<MetricName, Metric> metrics = new HashMap<>();
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest") {
        @Override
        public synchronized Map<MetricName, ? extends Metric> metrics() {
            return metrics;
        }
    };

    private void incoming(double bytes) {
        MetricName name = new MetricName("incoming-byte-total", "consumer-metrics", "", Map.of());
        metrics.put(name, new Metric() {
            @Override
            public MetricName metricName() {
                return name;
            }

            @Override
            public Object metricValue() {
                return bytes;
            }
        });
    }

    private void waitFor(Duration time) {
        now = now.plus(time);
        pulse.look(consumer);
    }

    @Test
    void aBrokerThatAnswersIsThereHoweverFewRecordsThereAre() {
        for (int answer = 1; answer <= 60; answer++) {
            incoming(100 * answer);
            waitFor(Duration.ofSeconds(1));
            assertFalse(pulse.isAway());
        }
    }

    @Test
    void aBrokerThatSaysNothingIsAwayUntilItAnswers() {
        incoming(100);
        waitFor(Duration.ofSeconds(1));
        waitFor(BrokerPulse.PATIENCE);
        assertFalse(pulse.isAway(), "a busy one is waited for");
        waitFor(Duration.ofSeconds(1));
        assertTrue(pulse.isAway());

        incoming(101);
        waitFor(Duration.ofSeconds(1));
        assertFalse(pulse.isAway());
    }

    @Test
    void aConsumerThatCannotTellIsTakenToBeAnswered() {
        waitFor(BrokerPulse.PATIENCE.multipliedBy(3));
        assertFalse(pulse.isAway());
    }

    @Test
    void aRealConsumerTellsWhatIsLookedAt() {
        try (KafkaConsumer<byte[], byte[]> real = new KafkaConsumer<>(
                Map.of("bootstrap.servers", "127.0.0.1:9"), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            assertTrue(
                    real.metrics().keySet().stream()
                            .anyMatch(name -> name.group().equals("consumer-metrics")
                                    && name.name().equals("incoming-byte-total")),
                    "the name by which Kafka counts what comes in");
        }
    }
}
