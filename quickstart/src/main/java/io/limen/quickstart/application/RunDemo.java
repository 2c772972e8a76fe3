package io.limen.quickstart.application;

import io.limen.quickstart.domain.DemoPlan;
import io.limen.quickstart.domain.PartFailure;
import io.limen.quickstart.domain.Progress;
import io.limen.quickstart.domain.Scenario;
import io.limen.quickstart.domain.StreamEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** The demo, one line per step: broker, services, cases, and what becomes of them. */
public final class RunDemo {

    /** libtorch's natives are unpacked on the first start of all; a slow disk needs its time. */
    static final Duration SERVICE_LIMIT = Duration.ofSeconds(120);

    /** The aggregator commits five times a second; this is for a machine that is busy. */
    static final Duration COUNT_LIMIT = Duration.ofSeconds(20);

    private static final Duration POLL = Duration.ofMillis(200);

    private final Stage stage;
    private final Narrator narrator;
    private final InstantSource clock;
    private final Instant start;

    /**
     * A demo that has not begun.
     *
     * @param start when the user asked for it: times are told from here
     */
    public RunDemo(Stage stage, Narrator narrator, InstantSource clock, Instant start) {
        this.stage = stage;
        this.narrator = narrator;
        this.clock = clock;
        this.start = start;
    }

    /** Runs the plan to its end. */
    public DemoOutcome run(DemoPlan plan) {
        narrator.say("starting a Kafka broker in this process");
        stage.startBroker();
        narrator.say("broker and topics ready at " + stage.bootstrapServers());
        stage.startServices().forEach(narrator::say);
        narrator.say("explainer-service and aggregator started, waiting until they are ready");
        Optional<PartFailure> failure = stage.awaitServices(SERVICE_LIMIT);
        if (failure.isPresent()) {
            return broken(failure.get());
        }
        narrator.say("services ready");
        try (EventStream events = stage.events()) {
            stage.publish(plan);
            narrator.say("publishing " + plan.cases() + " phantom cases to "
                    + String.join(" and ", plan.scenario().models()) + " in turn, scenario "
                    + plan.scenario().name().toLowerCase(Locale.ROOT));
            plan.scenario().story().ifPresent(narrator::say);
            narrator.invite(stage.dashboard(), stage.bootstrapServers());
            return follow(plan, events);
        }
    }

    private DemoOutcome follow(DemoPlan plan, EventStream events) {
        Progress progress = Progress.of(plan.cases(), DemoPlan.SITE);
        narrator.follow(progress);
        boolean told = false;
        Instant complete = null;
        while (!stage.stopping()) {
            progress = read(events, progress);
            Optional<PartFailure> failure = stage.failure();
            if (failure.isPresent()) {
                return broken(failure.get());
            }
            if (!progress.complete()) {
                continue;
            }
            complete = complete == null ? clock.instant() : complete;
            boolean late = clock.instant().isAfter(complete.plus(COUNT_LIMIT));
            if (!told && (settled(progress, plan) || late)) {
                told = true;
                finish(progress, plan);
                if (plan.exitWhenDone()) {
                    return new DemoOutcome.Done(progress);
                }
            }
        }
        return new DemoOutcome.Stopped();
    }

    /** Whether nothing more is to come: the alert that a drift should raise included. */
    private static boolean settled(Progress progress, DemoPlan plan) {
        return progress.counted() && (plan.scenario() == Scenario.STEADY || progress.alerted());
    }

    private Progress read(EventStream events, Progress progress) {
        Progress after = progress;
        for (StreamEvent event : events.next(POLL)) {
            boolean first = after.explained().isEmpty();
            after = after.with(event);
            narrator.event(event, after);
            if (first && !after.explained().isEmpty()) {
                narrator.firstAttribution(Duration.between(start, clock.instant()));
            }
        }
        return after;
    }

    private void finish(Progress progress, DemoPlan plan) {
        narrator.unfollow();
        if (!progress.counted()) {
            narrator.say("the aggregator has not counted every explanation yet: the table is behind");
        }
        narrator.close(progress);
        if (plan.scenario() == Scenario.DRIFT && !progress.alerted()) {
            narrator.say("no drift alert: " + plan.cases() + " cases were too few to tell (--cases "
                    + Scenario.DRIFT.cases() + " are enough)");
        }
        if (!plan.exitWhenDone()) {
            narrator.say("all cases done; the services stay up until Ctrl-C");
            narrator.invite(stage.dashboard(), stage.bootstrapServers());
        }
    }

    private DemoOutcome broken(PartFailure failure) {
        if (stage.stopping()) {
            return new DemoOutcome.Stopped();
        }
        narrator.unfollow();
        narrator.failure(failure);
        return new DemoOutcome.Broken(failure);
    }
}
