package io.limen.explainer.domain.load;

/**
 * What waits, and who works on it, all processes together.
 *
 * @param arrivalsPerSecond cases that come, 0 or more
 * @param waiting cases that have no outcome yet, 0 or more
 * @param workers who explain a case at a time each, 1 or more
 */
public record Load(double arrivalsPerSecond, long waiting, int workers) {

    public Load {
        if (!(arrivalsPerSecond >= 0 && arrivalsPerSecond < Double.POSITIVE_INFINITY) || waiting < 0 || workers < 1) {
            throw new IllegalArgumentException(
                    "Load: " + arrivalsPerSecond + " a second, " + waiting + " waiting, " + workers + " workers");
        }
    }
}
