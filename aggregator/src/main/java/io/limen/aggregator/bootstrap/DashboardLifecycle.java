package io.limen.aggregator.bootstrap;

import io.limen.aggregator.adapter.dashboard.Fleet;
import io.limen.aggregator.adapter.dashboard.FleetTopics;
import io.limen.schemas.Topic;

/** Fills the fleet from the topics. */
final class DashboardLifecycle {

    private final ReaderThread reader;

    DashboardLifecycle(KafkaClients clients, Fleet fleet) {
        // Models share partitions: a few times as many as each model shows, so that a quiet model is not crowded out.
        long newestPerPartition = (long) clients.config().newestExplanations() * Topic.PARTITIONS;
        this.reader = new ReaderThread(clients, new FleetTopics(fleet, newestPerPartition), "dashboard");
    }

    void start() {
        reader.start();
    }

    void stop() throws InterruptedException {
        reader.stop();
    }
}
