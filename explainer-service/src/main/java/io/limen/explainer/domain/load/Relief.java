package io.limen.explainer.domain.load;

import java.time.Duration;
import java.util.Optional;

/**
 * What a case is given under the load of the moment. Known before anything is known of the case.
 *
 * @param budgetShare part of the usual time that its explanation gets, in (0,1]
 * @param inclusionProbability probability that it is explained, in (0,1]
 * @param time what that part is; empty when it is all of the time
 */
public record Relief(double budgetShare, double inclusionProbability, Optional<Duration> time) {

    /** All the time, and every case. */
    public static final Relief NONE = new Relief(1, 1, Optional.empty());

    public Relief {
        if (!(budgetShare > 0 && budgetShare <= 1 && inclusionProbability > 0 && inclusionProbability <= 1)) {
            throw new IllegalArgumentException("Relief: " + budgetShare + ", " + inclusionProbability);
        }
        if (time.isPresent() == (budgetShare == 1)) {
            throw new IllegalArgumentException("Relief: " + budgetShare + " of the time is " + time);
        }
    }
}
