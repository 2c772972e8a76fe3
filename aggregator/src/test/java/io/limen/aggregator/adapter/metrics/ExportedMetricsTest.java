package io.limen.aggregator.adapter.metrics;

import static io.restassured.RestAssured.given;

import io.limen.aggregator.application.WatchStanding;
import io.limen.aggregator.domain.statistics.GroupKey;
import io.limen.aggregator.domain.strategy.ReferenceMode;
import io.limen.monitoring.MetricCatalogue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What rules and dashboards may ask of the aggregator, as it stands in /q/metrics. */
@QuarkusTest
@Tag("own-process")
class ExportedMetricsTest {

    @Inject
    MeterRegistry registry;

    @Test
    void theListedMetricsAreThoseThatAreExported() throws IOException {
        MicrometerWatchMetrics watch = new MicrometerWatchMetrics(registry);
        for (ReferenceMode mode : ReferenceMode.values()) {
            watch.stands("unet@1", new GroupKey("clinic", mode), new WatchStanding(1, 0, 1_000));
        }
        // a stream's figures are there from its making on, whether it reaches a broker or not
        try (KafkaStreams stream = new KafkaStreams(passOn(), settings());
                KafkaStreamsMetrics figures = new KafkaStreamsMetrics(stream)) {
            figures.bindTo(registry);
            String shown = given().get("/q/metrics").asString();

            MetricCatalogue.read().holdsOwn("aggregator", "aggregator_", shown);
            MetricCatalogue.read().holdsAll("aggregator", shown);
            stream.close(Duration.ZERO);
        }
        for (ReferenceMode mode : ReferenceMode.values()) {
            watch.leaves("unet@1", new GroupKey("clinic", mode));
        }
    }

    private static Topology passOn() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("in").to("out");
        return builder.build();
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "exported-metrics");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:9");
        settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, "target/exported-metrics");
        return settings;
    }
}
