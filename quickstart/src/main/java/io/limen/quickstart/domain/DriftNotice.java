package io.limen.quickstart.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the aggregator tells of a change in how a model perceives.
 *
 * @param alertId the states of one alert share it
 * @param group model, site and reference mode
 * @param state where the alert stands
 * @param feature the feature that carries it
 * @param from mean of the feature in the reference; empty when it has none
 * @param to mean of the feature since the change; empty when it has none
 * @param since estimated time of the change
 * @param moved what moved: inputs, outputs, reliance, in lower case
 * @param summary one plain sentence; may be empty
 */
public record DriftNotice(
        String alertId,
        Group group,
        State state,
        String feature,
        Optional<Double> from,
        Optional<Double> to,
        Instant since,
        List<String> moved,
        String summary) {

    /** Where an alert stands. */
    public enum State {
        SUSPECT,
        ALERT,
        CLEARED
    }

    public DriftNotice {
        Objects.requireNonNull(alertId);
        Objects.requireNonNull(group);
        Objects.requireNonNull(state);
        moved = List.copyOf(moved);
    }
}
