package io.limen.schemas;

/** Headers of a record on {@link Topic#SEGMENTATION_RESULTS_REJECTED}; every value is UTF-8 text. */
public enum RejectionHeader {
    /** One line that says why; never pixels or patient data. */
    REASON("limen.rejection.reason"),
    /** The topic that the record came from. */
    TOPIC("limen.rejection.topic"),
    /** The partition that the record came from, decimal. */
    PARTITION("limen.rejection.partition"),
    /** The record's offset there, decimal. */
    OFFSET("limen.rejection.offset"),
    /** {@code skipped} (nothing to explain), {@code failed} (could not be explained) or {@code sampled-out} (given up under overload, by lot). */
    OUTCOME("limen.rejection.outcome"),
    /** How often the record was handed out to be explained, the time that it was rejected included, decimal. */
    DELIVERIES("limen.rejection.deliveries"),
    /** Of a case that was given up by lot: the probability with which it would have been explained, decimal, in (0,1). */
    INCLUSION_PROBABILITY("limen.rejection.inclusionProbability");

    private final String key;

    RejectionHeader(String key) {
        this.key = key;
    }

    /** The header's key in Kafka. */
    public String key() {
        return key;
    }
}
