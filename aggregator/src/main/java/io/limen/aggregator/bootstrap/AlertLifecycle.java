package io.limen.aggregator.bootstrap;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.limen.aggregator.adapter.dashboard.alerts.AlertBook;
import io.limen.aggregator.adapter.dashboard.alerts.AlertReader;
import io.limen.aggregator.adapter.dashboard.alerts.Alertmanager;
import io.limen.aggregator.adapter.dashboard.alerts.CommandPublisher;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The thread that reads alerts, and the one that tells them to Alertmanager where one is configured. */
final class AlertLifecycle {

    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    private final AlertReader reader;
    private final Thread thread;
    private final CommandPublisher publisher;
    private final Optional<Alertmanager> alertmanager;
    private final ScheduledExecutorService rounds;

    AlertLifecycle(AggregatorConfig config, AlertBook book, CommandPublisher publisher, ObjectMapper json) {
        this.reader = new AlertReader(book, () -> TopicConsumers.of(config, "alerts"));
        this.thread = new Thread(reader, "alert-reader");
        this.publisher = publisher;
        this.alertmanager =
                config.alertmanager().url().map(url -> new Alertmanager(url, book, json, InstantSource.system()));
        this.rounds = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread round = new Thread(work, "alertmanager");
            round.setDaemon(true);
            return round;
        });
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
        long every = Alertmanager.EVERY.toSeconds();
        alertmanager.ifPresent(told -> rounds.scheduleWithFixedDelay(told, 1, every, TimeUnit.SECONDS));
    }

    void stop() throws InterruptedException {
        rounds.shutdownNow();
        reader.close();
        thread.join(STOP_WITHIN.toMillis());
        publisher.close();
    }
}
