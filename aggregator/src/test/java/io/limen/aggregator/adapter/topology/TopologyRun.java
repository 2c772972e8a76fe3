package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.application.ExplanationMetrics;
import io.limen.aggregator.domain.window.CountWindow;
import io.limen.schemas.Attribution;
import io.limen.schemas.FleetStatistics;
import io.limen.schemas.ModelStatistics;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.StatisticsHistory;
import io.limen.schemas.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jboss.logmanager.LogContext;

/** The topology on a driver, with a clock that tests move; the state directory outlives it. */
final class TopologyRun implements AutoCloseable {

    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> attributions;
    private final TestOutputTopic<String, ModelStatistics> statistics;
    private final TestOutputTopic<String, StatisticsHistory> history;
    private final TestOutputTopic<String, FleetStatistics> fleet;

    TopologyRun(Path stateDir, Instant now) {
        this(stateDir, now, outcome -> {});
    }

    TopologyRun(Path stateDir, Instant now, ExplanationMetrics metrics) {
        // Without a configuration every trace of Kafka is written into a string, which takes longer than the tests.
        LogContext.getLogContext().getLogger("org.apache.kafka").setLevel(Level.WARNING);
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, PoisonRecordHandler.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, PoisonRecordHandler.class);
        settings.put(PoisonRecordHandler.METRICS, metrics);
        driver = new TopologyTestDriver(
                new AggregatorTopology(metrics, new CountWindow(100), SampleWatch.TOPOLOGY, SampleWatch.UNTRACED)
                        .build(),
                settings,
                now);
        attributions = driver.createInputTopic(
                Topic.ATTRIBUTIONS.topicName(), new StringSerializer(), new ByteArraySerializer());
        statistics = output(Topic.MODEL_STATISTICS, SingleObjectSerde.modelStatistics());
        history = output(Topic.STATISTICS_HISTORY, SingleObjectSerde.statisticsHistory());
        fleet = output(Topic.FLEET_STATISTICS, SingleObjectSerde.fleetStatistics());
    }

    void send(Attribution attribution) {
        attributions.pipeInput(
                attribution.getModel() + "@" + attribution.getModelVersion(),
                SingleObjectSerde.attribution().encode(attribution));
    }

    void advance(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /** What is told of models by now, the newest per key. */
    Map<String, ModelStatistics> statistics() {
        advance(StatisticsProcessor.TOLD_EVERY);
        return statistics.readKeyValuesToMap();
    }

    /** Points of charts told by now, the newest per key. */
    Map<String, StatisticsHistory> history() {
        advance(StatisticsProcessor.TOLD_EVERY);
        return history.readKeyValuesToMap();
    }

    /** What is told of the fleet by now, the newest per key. */
    Map<String, FleetStatistics> fleet() {
        advance(FleetProcessor.TOLD_EVERY);
        advance(FleetProcessor.TOLD_EVERY);
        return fleet.readKeyValuesToMap();
    }

    /** How many records of the fleet were told and not read. */
    long fleetRecords() {
        return fleet.getQueueSize();
    }

    TopologyTestDriver driver() {
        return driver;
    }

    @Override
    public void close() {
        driver.close();
    }

    private <T extends SpecificRecordBase> TestOutputTopic<String, T> output(Topic topic, SingleObjectSerde<T> serde) {
        return driver.createOutputTopic(topic.topicName(), new StringDeserializer(), serde.deserializer());
    }
}
