package io.limen.aggregator.bootstrap;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.limen.aggregator.adapter.dashboard.Fleet;
import io.limen.aggregator.adapter.dashboard.alerts.AlertBook;
import io.limen.aggregator.adapter.dashboard.alerts.CommandDesk;
import io.limen.aggregator.adapter.dashboard.alerts.CommandPublisher;
import io.limen.aggregator.adapter.dashboard.alerts.Permission;
import io.limen.aggregator.adapter.metrics.MicrometerExplanationMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes the parts from the configuration. */
@Singleton
final class Aggregator {

    /** A caller waits for the broker no longer than for its confirmation. */
    private static final int COMMAND_WAITS_MILLIS = 5_000;

    @Produces
    @Singleton
    Fleet fleet(AggregatorConfig config) {
        return new Fleet(config.newestExplanations());
    }

    @Produces
    @Singleton
    StreamLifecycle stream(AggregatorConfig config, MeterRegistry registry) {
        return new StreamLifecycle(config, new MicrometerExplanationMetrics(registry), registry);
    }

    @Produces
    @Singleton
    AlertBook alertBook() {
        return new AlertBook();
    }

    @Produces
    @Singleton
    CommandPublisher commandPublisher(AggregatorConfig config) {
        return new CommandPublisher(() -> new KafkaProducer<>(
                KafkaAccess.of(config)
                        .client(Map.of(
                                ProducerConfig.CLIENT_ID_CONFIG,
                                "limen-aggregator-commands",
                                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                                COMMAND_WAITS_MILLIS,
                                ProducerConfig.ACKS_CONFIG,
                                "all")),
                new StringSerializer(),
                new ByteArraySerializer()));
    }

    @Produces
    @Singleton
    CommandDesk commandDesk(AggregatorConfig config, CommandPublisher publisher) {
        return new CommandDesk(publisher, new Permission(config.commands().token()), InstantSource.system());
    }

    @Produces
    @Singleton
    AlertLifecycle alerts(AggregatorConfig config, AlertBook book, CommandPublisher publisher, ObjectMapper json) {
        return new AlertLifecycle(config, book, publisher, json);
    }

    @Produces
    @Singleton
    DashboardLifecycle dashboard(AggregatorConfig config, Fleet fleet) {
        return new DashboardLifecycle(config, fleet);
    }
}
