package io.limen.explainer.domain.faithfulness;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Infidelity (Yeh et al. 2019, definition 2.1, with the optimal scaling of its section 2.2) of sets of blocks taken away: how far what a
 * map says a set is worth, scaled once for all sets, is from what the region lost.
 *
 * <p>Departure: worth and loss are taken relative to the mean of the sets of the same size. Otherwise a map that is merely positive
 * everywhere would do well, since larger sets cost more. sum (beta m - l)^2 / sum l^2, m the sum of the set's relevance and l the
 * Dice lost, both without the mean of their size; beta = max(0, sum m l / sum m^2). In [0,1]: 0 for a map that foretells every set, 1
 * for one that knows nothing or the contrary.
 */
public final class Infidelity {

    private Infidelity() {}

    /**
     * Cost O(sets x blocks).
     *
     * @param relevance one per block
     * @param sets positions of the blocks taken away
     * @param lost Dice lost for each set, percentage points
     * @return empty when no set cost more or less than the others of its size
     */
    public static OptionalDouble of(double[] relevance, int[][] sets, double[] lost) {
        double[] worth = new double[sets.length];
        for (int set = 0; set < sets.length; set++) {
            for (int block : sets[set]) {
                worth[set] += relevance[block];
            }
        }
        int[] sizes = Arrays.stream(sets).mapToInt(set -> set.length).toArray();
        double[] ownWorth = SizeDeviations.of(worth, sizes);
        double[] ownLoss = SizeDeviations.of(lost, sizes);
        double losses = SizeDeviations.product(ownLoss, ownLoss);
        if (losses == 0) {
            return OptionalDouble.empty();
        }
        double squares = SizeDeviations.product(ownWorth, ownWorth);
        double products = SizeDeviations.product(ownWorth, ownLoss);
        double explained = squares > 0 && products > 0 ? products * products / squares : 0;
        return OptionalDouble.of(Math.max(0, 1 - explained / losses));
    }
}
