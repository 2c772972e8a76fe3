package io.limen.explainer.domain.component;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which a network's layers are measured, so that a budget that ends early was spent on what tells most: skip connections and the
 * bottleneck (the stages of the lowest resolution, where there are others), which have a way around them; then the other stages, which
 * are often equal by necessity.
 */
public final class TellingOrder {

    private TellingOrder() {}

    /**
     * The same layers, the most telling first.
     *
     * @param layers in the order of execution, which stays where two tell as much
     */
    public static List<Component> of(List<Component> layers) {
        long lowest = layers.stream()
                .filter(layer -> !layer.isSkip())
                .mapToLong(TellingOrder::resolution)
                .min()
                .orElse(0);
        long highest = layers.stream().mapToLong(TellingOrder::resolution).max().orElse(0);
        List<Component> ordered = new ArrayList<>(layers);
        ordered.sort(
                Comparator.comparing(layer -> !(layer.isSkip() || lowest < highest && resolution(layer) == lowest)));
        return ordered;
    }

    /** Positions of an output. */
    private static long resolution(Component component) {
        return (long) component.height() * component.width();
    }
}
