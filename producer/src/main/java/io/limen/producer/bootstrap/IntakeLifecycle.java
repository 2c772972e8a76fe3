package io.limen.producer.bootstrap;

import io.limen.producer.adapter.http.access.AccessRules;
import io.limen.producer.adapter.http.events.InferenceCases;
import io.limen.producer.adapter.kafka.AwaitedBroker;
import io.limen.producer.application.intake.CaseIntake;
import io.limen.producer.application.intake.FileReading;
import io.limen.producer.application.intake.IntakeLedger;
import io.limen.schemas.access.Listener;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reaches for the broker until it is there, and puts on record what is published. */
@Singleton
final class IntakeLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeLifecycle.class);
    private static final int PAUSE_SECONDS = 5;

    private final AwaitedBroker broker;
    private final IntakeLedger ledger;
    private final ScheduledExecutorService clerk =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "intake-clerk"));
    private Optional<String> obstacle = Optional.empty();

    IntakeLifecycle(AwaitedBroker broker, IntakeLedger ledger) {
        this.broker = broker;
        this.ledger = ledger;
    }

    /** The parts are asked for here, so that what can't be used of the configuration ends the start. */
    void start(
            @Observes StartupEvent event,
            AccessRules rules,
            CaseIntake intake,
            FileReading reading,
            InferenceCases events,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.insecure-requests", defaultValue = "enabled") String insecure) {
        ImageIO.setUseCache(false);
        LOG.info(
                "Access: {}",
                rules.areSet()
                        ? "publishers by token"
                        : "none set up, callers on this machine may bring cases and nobody else"
                                + " (limen.access.publisher-token-file or limen.access.oidc.issuer)");
        IntakeWarnings.of(rules, new Listener(host, insecure)).forEach(LOG::warn);
        clerk.scheduleWithFixedDelay(this::attend, 0, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    private void attend() {
        try {
            tell(broker.reach().or(ledger::writeDue));
        } catch (RuntimeException fault) {
            // the schedule would end with it, and with it the record
            LOG.error("The intake could not write its record", fault);
        }
    }

    private void tell(Optional<String> now) {
        if (!now.equals(obstacle)) {
            now.ifPresentOrElse(line -> LOG.warn("{}", line), () -> LOG.info("The broker takes cases and records"));
        }
        obstacle = now;
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        clerk.shutdown();
        if (!clerk.awaitTermination(PAUSE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("The audit log does not answer");
        }
        ledger.writeAll().ifPresent(line -> LOG.error("{}", line));
        broker.close();
    }
}
