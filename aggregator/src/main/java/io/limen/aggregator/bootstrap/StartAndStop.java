package io.limen.aggregator.bootstrap;

import io.limen.aggregator.adapter.dashboard.access.AuditTrail;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Starts the stream and the readers of what is shown with the process, and stops them with it. */
@Singleton
final class StartAndStop {

    private final StreamLifecycle stream;
    private final DashboardLifecycle dashboard;
    private final AlertLifecycle alerts;
    private final CaseLifecycle cases;
    private final AuditTrail trail;

    StartAndStop(
            StreamLifecycle stream,
            DashboardLifecycle dashboard,
            AlertLifecycle alerts,
            CaseLifecycle cases,
            AuditTrail trail) {
        this.stream = stream;
        this.dashboard = dashboard;
        this.alerts = alerts;
        this.cases = cases;
        this.trail = trail;
    }

    void start(@Observes StartupEvent event) {
        stream.start();
        dashboard.start();
        alerts.start();
        cases.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        trail.close();
        cases.stop();
        alerts.stop();
        dashboard.stop();
        stream.stop();
    }
}
