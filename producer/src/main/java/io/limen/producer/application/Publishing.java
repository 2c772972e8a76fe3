package io.limen.producer.application;

/** Port for whoever drives the producer: does what the user asks for. */
public interface Publishing {

    /**
     * Opens source and stream and publishes.
     *
     * @throws BadInput if it can't be done as it was asked
     */
    PublishReport publish(PublishRequest request);
}
