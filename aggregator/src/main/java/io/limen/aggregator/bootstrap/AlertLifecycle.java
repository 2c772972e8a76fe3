package io.limen.aggregator.bootstrap;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.limen.aggregator.adapter.dashboard.alerts.AlertBook;
import io.limen.aggregator.adapter.dashboard.alerts.AlertTopics;
import io.limen.aggregator.adapter.dashboard.alerts.Alertmanager;
import io.limen.aggregator.adapter.dashboard.alerts.CommandPublisher;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
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

    AlertLifecycle(KafkaClients clients, AlertBook book, CommandPublisher publisher, ObjectMapper json) {
        this.reader = new ReaderThread(clients, new AlertTopics(book), "alerts");
        this.publisher = publisher;
        this.alertmanager = clients.config()
                .alertmanager()
                .url()
                .map(AlertLifecycle::address)
                .map(url -> new Alertmanager(url, book, json, InstantSource.system()));
        this.rounds = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread round = new Thread(work, "alertmanager");
            round.setDaemon(true);
            return round;
        });
    }

    /** Nothing of what was set is in the message: it may hold a password. */
    static URI address(String text) {
        try {
            return Alertmanager.address(text);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    "limen.alertmanager.url must be http://HOST:PORT or https://HOST:PORT, without a name or password");
        }
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
