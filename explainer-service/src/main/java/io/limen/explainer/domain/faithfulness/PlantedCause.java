package io.limen.explainer.domain.faithfulness;

import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.Mask;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Where the true cause lies, known because it was planted, and how much of a map is there. What a block counts for is how far its
 * relevance lies from the map's median: some methods give every block a positive value, others know both signs.
 */
public final class PlantedCause {

    private final double[] overlap;

    /**
     * @param cause pixels of the input that are the cause
     * @param blocks treated
     */
    public PlantedCause(Mask cause, List<Block> blocks) {
        this.overlap = blocks.stream()
                .mapToDouble(block -> (double) cause.crop(block.window()).area()
                        / block.window().area())
                .toArray();
    }

    /** The share of the treated blocks' area that is the cause: what a map that knows nothing has there. */
    public double areaShare() {
        return Arrays.stream(overlap).average().orElse(0);
    }

    /** The share of the map on the cause, in [0,1]; empty for a map that is flat. */
    public OptionalDouble share(double[] relevance) {
        double[] strength = strength(relevance);
        double all = Arrays.stream(strength).sum();
        if (all == 0) {
            return OptionalDouble.empty();
        }
        double on = 0;
        for (int i = 0; i < strength.length; i++) {
            on += strength[i] * overlap[i];
        }
        return OptionalDouble.of(on / all);
    }

    /** Whether the strongest block touches the cause (pointing game, Zhang et al. 2018); empty for a map that is flat. */
    public OptionalDouble hit(double[] relevance) {
        double[] strength = strength(relevance);
        int best = 0;
        for (int i = 1; i < strength.length; i++) {
            best = strength[i] > strength[best] ? i : best;
        }
        return strength[best] == 0 ? OptionalDouble.empty() : OptionalDouble.of(overlap[best] > 0 ? 1 : 0);
    }

    private static double[] strength(double[] relevance) {
        double[] sorted = relevance.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return Arrays.stream(relevance).map(value -> Math.abs(value - median)).toArray();
    }
}
