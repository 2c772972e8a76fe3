package io.limen.aggregator.domain.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An alert of drift as it stood at the end of the period.
 *
 * @param id of the alert
 * @param model model@version
 * @param site where
 * @param mode reference mode
 * @param state where it stood: SUSPECT, ALERT or CLEARED
 * @param feature that carries it
 * @param summary in plain words, as it was told
 * @param onset when the change began, by estimate
 * @param states what it went through, oldest first
 * @param acknowledgements who took care of it, oldest first
 */
public record ReportedAlert(
        String id,
        String model,
        String site,
        String mode,
        String state,
        String feature,
        String summary,
        Instant onset,
        List<State> states,
        List<Acknowledgement> acknowledgements) {

    /** A state and when it began. */
    public record State(String name, Instant since) {}

    /** Who took care, what they made of it, and when. */
    public record Acknowledgement(String by, String note, Instant at) {}

    public ReportedAlert {
        states = List.copyOf(states);
        acknowledgements = List.copyOf(acknowledgements);
    }

    /** When it became an alert; empty as long as it was a suspicion. */
    public Optional<Instant> raisedAt() {
        return states.stream()
                .filter(one -> one.name().equals("ALERT"))
                .map(State::since)
                .findFirst();
    }
}
