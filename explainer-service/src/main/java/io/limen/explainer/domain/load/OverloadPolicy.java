package io.limen.explainer.domain.load;

import java.time.Duration;
import java.util.Optional;

/**
 * What to do when more cases come than can be explained: first every case gets less time, down to a part of the usual; then cases
 * are drawn by lot, all that wait with the same probability.
 *
 * <p>With l cases coming a second, b waiting and a patience of T seconds, l + b/T cases a second have to be decided, or b does not
 * fall: it falls as exp(-t/T). w workers explain w/s a second when one takes s seconds. So the load is r = (l + b/T) s / w, the
 * share of the time max(floor, 1/r), and once that is the floor the probability w / (s' (l + b/T)), with the seconds s' that
 * explanations take now. A case waits for its lot at most about T, whatever comes: b / (l + b/T) &lt; T. Costs O(1).
 *
 * @param patience T, more than 0
 * @param leastBudgetShare the floor, in (0,1]; 1 draws lots at once
 * @param leastProbability no smaller one is ever used, so that no case that is explained stands for more than its inverse, in (0,1]
 */
public record OverloadPolicy(Duration patience, double leastBudgetShare, double leastProbability) {

    private static final double NANOS = 1e9;

    public OverloadPolicy {
        boolean shares = leastBudgetShare > 0 && leastBudgetShare <= 1 && leastProbability > 0 && leastProbability <= 1;
        if (patience.isNegative() || patience.isZero() || !shares) {
            throw new IllegalArgumentException(
                    "OverloadPolicy: " + patience + ", " + leastBudgetShare + ", " + leastProbability);
        }
    }

    /** What the next case is given; all, as long as nobody knows how long an explanation takes. */
    public Relief relief(Load load, Pace pace) {
        if (pace.wholeSeconds().isEmpty() || pace.recentSeconds().isEmpty()) {
            return Relief.NONE;
        }
        double whole = pace.wholeSeconds().getAsDouble();
        double demand = load.arrivalsPerSecond() + load.waiting() / (patience.toNanos() / NANOS);
        double pressure = demand * whole / load.workers();
        if (pressure <= 1) {
            return Relief.NONE;
        }
        double share = Math.max(leastBudgetShare, 1 / pressure);
        double possible = load.workers() / (pace.recentSeconds().getAsDouble() * demand);
        double probability = share > leastBudgetShare ? 1 : Math.min(1, Math.max(leastProbability, possible));
        Optional<Duration> time = share == 1
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(Math.max(1, Math.round(share * whole * NANOS))));
        return new Relief(share, probability, time);
    }
}
