package io.limen.producer.application;

/** What became of a case that was handed to the broker. */
public sealed interface Delivery {

    /** The broker has it. */
    record Delivered() implements Delivery {}

    /**
     * The broker does not take this one; others may pass.
     *
     * @param reason one line
     */
    record Refused(String reason) implements Delivery {}

    /**
     * The broker no longer answers; to go on makes no sense.
     *
     * @param reason one line
     */
    record BrokerLost(String reason) implements Delivery {}
}
