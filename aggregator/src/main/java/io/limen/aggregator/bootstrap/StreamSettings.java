package io.limen.aggregator.bootstrap;

import io.limen.aggregator.adapter.topology.PoisonRecordHandler;
import io.limen.aggregator.application.ExplanationMetrics;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.WallclockTimestampExtractor;

/** The settings of Kafka Streams. */
final class StreamSettings {

    /** Readers see committed records only: this is how long statistics lag, at most a few transactions a second. */
    private static final int COMMIT_INTERVAL_MILLIS = 200;

    /** How long a killed instance keeps its partitions; Kafka's 45 s would be a long silence on the dashboard. */
    private static final int SESSION_TIMEOUT_MILLIS = 10_000;

    private StreamSettings() {}

    static Properties of(AggregatorConfig config, ExplanationMetrics metrics) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
        // Without it the names of clients, which are tags of metrics, hold a random id per start.
        settings.put(StreamsConfig.CLIENT_ID_CONFIG, config.applicationId());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDir().toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.standbyReplicas());
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL_MILLIS);
        settings.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_TIMEOUT_MILLIS);
        // A record's own time may be anything; statistics do not depend on it, the retention of what was seen does.
        settings.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, WallclockTimestampExtractor.class);
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, PoisonRecordHandler.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, PoisonRecordHandler.class);
        settings.put(PoisonRecordHandler.METRICS, metrics);
        Properties properties = new Properties();
        properties.putAll(KafkaAccess.of(config).client(settings));
        return properties;
    }
}
