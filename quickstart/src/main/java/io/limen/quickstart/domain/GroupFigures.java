package io.limen.quickstart.domain;

import java.util.Map;

/**
 * The aggregator's statistics of one group, as far as the demo shows them.
 *
 * @param explanations explanations counted
 * @param baselineDice percentage points, [0,100]
 * @param causalRadius 1 for a uniform map
 * @param locality share of the effect near the region, [0,1]
 * @param classCounts explanations per class of strategy
 */
public record GroupFigures(
        long explanations,
        Moments baselineDice,
        Moments causalRadius,
        Moments locality,
        Map<String, Long> classCounts) {

    public GroupFigures {
        if (explanations < 0) {
            throw new IllegalArgumentException("explanations: " + explanations);
        }
        classCounts = Map.copyOf(classCounts);
    }
}
