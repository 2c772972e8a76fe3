package io.limen.aggregator.bootstrap;

import io.limen.aggregator.adapter.dashboard.Fleet;
import io.limen.aggregator.adapter.dashboard.FleetReader;
import io.limen.schemas.Topic;
import java.time.Duration;

/** The thread that fills the fleet from the topics. */
final class DashboardLifecycle {

    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    private final FleetReader reader;
    private final Thread thread;

    DashboardLifecycle(AggregatorConfig config, Fleet fleet) {
        // Models share partitions: a few times as many as each model shows, so that a quiet model is not crowded out.
        long newestPerPartition = (long) config.newestExplanations() * Topic.PARTITIONS;
        this.reader = new FleetReader(fleet, () -> TopicConsumers.of(config, "dashboard"), newestPerPartition);
        this.thread = new Thread(reader, "fleet-reader");
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    void stop() throws InterruptedException {
        reader.close();
        thread.join(STOP_WITHIN.toMillis());
    }
}
