package io.limen.explainer.domain.faithfulness;

import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.Mask;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Where the true cause lies, known because it was planted, and how much of a map is there. A block that touches the cause is on it:
 * blocks can't be cut. What a block counts for is how far its relevance lies from the map's median: some methods give every block a
 * positive value, others know both signs.
 */
public final class PlantedCause {

    private final boolean[] on;

    /**
     * @param cause pixels of the input that are the cause
     * @param blocks treated
     */
    public PlantedCause(Mask cause, List<Block> blocks) {
        this.on = new boolean[blocks.size()];
        for (int i = 0; i < on.length; i++) {
            on[i] = cause.crop(blocks.get(i).window()).area() > 0;
        }
    }

    /** The share of the map on the cause, in [0,1]; empty for a map that is flat, and where no treated block is on the cause. */
    public OptionalDouble share(double[] relevance) {
        double[] strength = strength(relevance);
        double all = Arrays.stream(strength).sum();
        if (all == 0 || count() == 0) {
            return OptionalDouble.empty();
        }
        double there = 0;
        for (int i = 0; i < strength.length; i++) {
            there += on[i] ? strength[i] : 0;
        }
        return OptionalDouble.of(there / all);
    }

    /**
     * Whether the strongest block is on the cause (pointing game, Zhang et al. 2018), of equally strong ones the share; empty where
     * {@link #share} is.
     */
    public OptionalDouble hit(double[] relevance) {
        double[] strength = strength(relevance);
        double most = Arrays.stream(strength).max().orElse(0);
        if (most == 0 || count() == 0) {
            return OptionalDouble.empty();
        }
        int strongest = 0;
        int hits = 0;
        for (int i = 0; i < strength.length; i++) {
            strongest += strength[i] == most ? 1 : 0;
            hits += strength[i] == most && on[i] ? 1 : 0;
        }
        return OptionalDouble.of((double) hits / strongest);
    }

    private int count() {
        int count = 0;
        for (boolean one : on) {
            count += one ? 1 : 0;
        }
        return count;
    }

    private static double[] strength(double[] relevance) {
        double[] sorted = relevance.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return Arrays.stream(relevance).map(value -> Math.abs(value - median)).toArray();
    }
}
