package io.limen.explainer.adapter.report.evaluation;

import io.limen.explainer.adapter.report.ColourScale;
import io.limen.explainer.domain.saliency.BlockRelevance;
import java.awt.Color;
import java.util.Arrays;

/**
 * The colours of one map: methods have units of their own, so each map has a scale of its own. A map that knows values below zero
 * diverges from white at zero, red where a block supports and blue where it hinders; one without goes from white at its lowest
 * value to red at its highest.
 *
 * @param lowest value of the map
 * @param highest value of the map
 */
record RelevanceScale(double lowest, double highest) {

    private static final ColourScale COLOURS = new ColourScale(1);

    static RelevanceScale of(BlockRelevance relevance) {
        double[] values = relevance.values();
        return new RelevanceScale(
                Arrays.stream(values).min().orElse(0),
                Arrays.stream(values).max().orElse(0));
    }

    /** Whether zero is white. */
    boolean diverges() {
        return lowest < 0;
    }

    /** The colour of a value. */
    Color colour(double value) {
        // the scale of effects has support below zero
        return COLOURS.colour(-strength(value));
    }

    /** In [-1,1], 0 for what is white. */
    private double strength(double value) {
        if (diverges()) {
            return value / Math.max(-lowest, highest);
        }
        return highest > lowest ? (value - lowest) / (highest - lowest) : 0;
    }
}
