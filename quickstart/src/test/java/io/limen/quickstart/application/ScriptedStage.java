package io.limen.quickstart.application;

import io.limen.quickstart.domain.DemoPlan;
import io.limen.quickstart.domain.PartFailure;
import io.limen.quickstart.domain.StreamEvent;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A stage on which everything happens as written; it stops once the script has run out. */
final class ScriptedStage implements Stage {

    final List<String> calls = new ArrayList<>();
    final Deque<List<StreamEvent>> script = new ArrayDeque<>();
    Optional<PartFailure> notReady = Optional.empty();
    Optional<PartFailure> failureAfterScript = Optional.empty();
    boolean stopping;
    boolean eventsClosed;
    private boolean ranOut;

    @Override
    public void startBroker() {
        calls.add("broker");
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:9092";
    }

    @Override
    public List<String> startServices() {
        calls.add("services");
        return List.of("port 8080 is taken: the dashboard gets port 8081");
    }

    @Override
    public Optional<PartFailure> awaitServices(Duration limit) {
        calls.add("ready");
        return notReady;
    }

    @Override
    public URI dashboard() {
        return URI.create("http://127.0.0.1:8080/");
    }

    @Override
    public void publish(DemoPlan plan) {
        calls.add("publish " + plan.cases());
    }

    @Override
    public EventStream events() {
        calls.add("events");
        return new EventStream() {
            @Override
            public List<StreamEvent> next(Duration wait) {
                ranOut = script.isEmpty();
                return ranOut ? List.of() : script.poll();
            }

            @Override
            public void close() {
                eventsClosed = true;
            }
        };
    }

    @Override
    public Optional<PartFailure> failure() {
        return script.isEmpty() ? failureAfterScript : Optional.empty();
    }

    @Override
    public boolean stopping() {
        return stopping || ranOut;
    }
}
