package io.limen.aggregator.bootstrap;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.limen.aggregator.adapter.dashboard.alerts.AlertBook;
import io.limen.aggregator.adapter.dashboard.alerts.AlertTopics;
import io.limen.aggregator.adapter.dashboard.alerts.Alertmanager;
import io.limen.aggregator.adapter.dashboard.alerts.CommandPublisher;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Reads alerts, and tells them to Alertmanager where one is configured. */
final class AlertLifecycle {

    private final ReaderThread reader;
    private final CommandPublisher publisher;
    private final Optional<Alertmanager> alertmanager;
    private final ScheduledExecutorService rounds;

    AlertLifecycle(AggregatorConfig config, AlertBook book, CommandPublisher publisher, ObjectMapper json) {
        this.reader = new ReaderThread(config, new AlertTopics(book), "alerts");
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
        reader.start();
        long every = Alertmanager.EVERY.toSeconds();
        alertmanager.ifPresent(told -> rounds.scheduleWithFixedDelay(told, 1, every, TimeUnit.SECONDS));
    }

    void stop() throws InterruptedException {
        rounds.shutdownNow();
        reader.stop();
        publisher.close();
    }
}
