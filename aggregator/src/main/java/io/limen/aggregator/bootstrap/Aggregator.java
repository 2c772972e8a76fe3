package io.limen.aggregator.bootstrap;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.limen.aggregator.adapter.dashboard.Fleet;
import io.limen.aggregator.adapter.dashboard.access.Requester;
import io.limen.aggregator.adapter.dashboard.alerts.AlertBook;
import io.limen.aggregator.adapter.dashboard.alerts.CommandDesk;
import io.limen.aggregator.adapter.dashboard.alerts.CommandPublisher;
import io.limen.aggregator.adapter.dashboard.cases.CaseIndex;
import io.limen.aggregator.adapter.dashboard.cases.CaseReader;
import io.limen.aggregator.adapter.metrics.MicrometerExplanationMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Makes the parts from the configuration. */
@Singleton
final class Aggregator {

    /** A transaction that nobody ends keeps the readers of commands waiting. */
    private static final int OPEN_AT_MOST_MILLIS = 10_000;

    /** Somebody waits for the page. */
    private static final Duration READ_WITHIN = Duration.ofSeconds(5);

    @Produces
    @Singleton
    Fleet fleet(AggregatorConfig config) {
        return new Fleet(config.newestExplanations());
    }

    @Produces
    @Singleton
    KafkaClients clients(AggregatorConfig config) {
        return KafkaClients.of(config);
    }

    @Produces
    @Singleton
    StreamLifecycle stream(KafkaClients clients, MeterRegistry registry) {
        return new StreamLifecycle(clients, new MicrometerExplanationMetrics(registry), registry);
    }

    @Produces
    @Singleton
    AlertBook alertBook() {
        return new AlertBook();
    }

    @Produces
    @Singleton
    CommandPublisher commandPublisher(KafkaClients clients) {
        // of this process alone: another instance's is not fenced off; the prefix is what access to the brokers is
        // given for
        String transactionalId = clients.config().applicationId() + "-commands-" + UUID.randomUUID();
        return new CommandPublisher(() -> clients.producer(Map.of(
                ProducerConfig.CLIENT_ID_CONFIG,
                "limen-aggregator-commands",
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                transactionalId,
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                OPEN_AT_MOST_MILLIS)));
    }

    @Produces
    @Singleton
    CommandDesk commandDesk(CommandPublisher publisher, Requester requester) {
        return new CommandDesk(publisher, requester, InstantSource.system());
    }

    @Produces
    @Singleton
    AlertLifecycle alerts(KafkaClients clients, AlertBook book, CommandPublisher publisher, ObjectMapper json) {
        return new AlertLifecycle(clients, book, publisher, json);
    }

    @Produces
    @Singleton
    DashboardLifecycle dashboard(KafkaClients clients, Fleet fleet) {
        return new DashboardLifecycle(clients, fleet);
    }

    @Produces
    @Singleton
    CaseIndex caseIndex(AggregatorConfig config) {
        return new CaseIndex(config.indexedExplanations(), new SecureRandom().nextLong());
    }

    @Produces
    @Singleton
    CaseReader caseReader(KafkaClients clients) {
        return new CaseReader(() -> clients.consumerOfSingleRecords("case"), READ_WITHIN);
    }

    @Produces
    @Singleton
    CaseLifecycle cases(KafkaClients clients, CaseIndex index, CaseReader reader, Fleet fleet) {
        return new CaseLifecycle(clients, index, reader, fleet);
    }
}
