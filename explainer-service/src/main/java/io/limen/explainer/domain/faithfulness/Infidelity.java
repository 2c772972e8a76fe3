package io.limen.explainer.domain.faithfulness;

import java.util.OptionalDouble;

/**
 * Infidelity (Yeh et al. 2019, definition 2.1, with the optimal scaling of its section 2.2) of sets of blocks taken away: how far what a
 * map says a set is worth, scaled once for all sets, is from what the region lost. sum (beta m - l)^2 / sum l^2, m the
 * sum of the set's relevance, l the Dice lost, beta = max(0, sum m l / sum m^2); in [0,1], 0 for a map that foretells every set.
 */
public final class Infidelity {

    private Infidelity() {}

    /**
     * Cost O(sets x blocks).
     *
     * @param relevance one per block
     * @param sets positions of the blocks taken away
     * @param lost Dice lost for each set, percentage points
     * @return empty when no set cost anything
     */
    public static OptionalDouble of(double[] relevance, int[][] sets, double[] lost) {
        double products = 0;
        double squares = 0;
        double losses = 0;
        for (int i = 0; i < sets.length; i++) {
            double worth = 0;
            for (int block : sets[i]) {
                worth += relevance[block];
            }
            products += worth * lost[i];
            squares += worth * worth;
            losses += lost[i] * lost[i];
        }
        if (losses == 0) {
            return OptionalDouble.empty();
        }
        double explained = squares > 0 && products > 0 ? products * products / squares : 0;
        return OptionalDouble.of(Math.max(0, 1 - explained / losses));
    }
}
