package io.limen.explainer.domain.attribution;

import java.time.Duration;

/**
 * What an explanation may cost. A budget that runs out widens the error bars; it never drops the case.
 *
 * @param maxForwards forward passes (images), 1 or more; {@link Long#MAX_VALUE} for no limit
 * @param maxDuration wall-clock; a result that this limit cut short can't be repeated bit for bit
 */
public record Budget(long maxForwards, Duration maxDuration) {

    /** No limit. */
    public static final Budget UNLIMITED = new Budget(Long.MAX_VALUE, Duration.ofDays(365));

    public Budget {
        if (maxForwards < 1 || maxDuration.isNegative() || maxDuration.isZero()) {
            throw new IllegalArgumentException("Budget: " + maxForwards + " forwards, " + maxDuration);
        }
    }
}
