package io.limen.explainer.domain.strategy;

import java.util.Arrays;
import java.util.function.DoublePredicate;

/** What the signs of effects tell. */
final class SignedEffects {

    private SignedEffects() {}

    /** Share of the effects of a kind, in [0,1]. */
    static double share(double[] effects, DoublePredicate kind) {
        return (double) Arrays.stream(effects).filter(kind).count() / effects.length;
    }

    /** sum of effects / sum of their sizes, in [-1,1]; at least one is not 0. */
    static double balance(double[] effects) {
        double balance = Arrays.stream(effects).sum()
                / Arrays.stream(effects).map(Math::abs).sum();
        return Math.max(-1, Math.min(1, balance));
    }
}
