package io.limen.producer.domain.series;

/** What happens in the course of a series of phantoms. */
public enum Scenario {
    /** Nothing: all phantoms are of one mix. */
    STEADY,
    /** The second half is of another mix: other skin, light and artefacts. */
    DRIFT,
    /** In the second half a small colour sticker lies in a corner of every picture; nothing else changes. */
    STICKER
}
