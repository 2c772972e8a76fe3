package io.limen.aggregator.bootstrap;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Starts the stream and the reader of the dashboard with the process, and stops them with it. */
@Singleton
final class StartAndStop {

    private final StreamLifecycle stream;
    private final DashboardLifecycle dashboard;

    StartAndStop(StreamLifecycle stream, DashboardLifecycle dashboard) {
        this.stream = stream;
        this.dashboard = dashboard;
    }

    void start(@Observes StartupEvent event) {
        stream.start();
        dashboard.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        dashboard.stop();
        stream.stop();
    }
}
