package io.limen.quickstart.application;

import io.limen.quickstart.domain.DemoPlan;
import io.limen.quickstart.domain.PartFailure;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the demo runs on: a broker, the services, the producer. Closing it is the owner's business. */
public interface Stage {

    /** Starts the broker with the topics in it. */
    void startBroker();

    /** Where clients find the broker, {@code host:port}. */
    String bootstrapServers();

    /** Starts the services; they come up in the background. What is not as asked, such as another port, one line each. */
    List<String> startServices();

    /** Waits until every service reports ready; the failure when one ends or the time is over. */
    Optional<PartFailure> awaitServices(Duration limit);

    /** Where the dashboard is. */
    URI dashboard();

    /** Starts to publish the plan's cases, in the background. */
    void publish(DemoPlan plan);

    /** The events on the topics from the first record on; close it before the stage. */
    EventStream events();

    /** A part that ended though it should be running, the producer with an error included. */
    Optional<PartFailure> failure();

    /** True once the user has asked to stop. */
    boolean stopping();
}
