package io.limen.aggregator.application;

/** Port: counts what became of the records. A record that is processed again after a fault is counted again. */
@FunctionalInterface
public interface ExplanationMetrics {

    /** One more record with this outcome. */
    void count(ExplanationOutcome outcome);
}
