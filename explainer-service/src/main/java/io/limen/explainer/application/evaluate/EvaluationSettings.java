package io.limen.explainer.application.evaluate;

/**
 * How models are evaluated. Together with models, cases and methods it determines every figure but the times.
 *
 * @param blockSize side of a block in pixels of the model's input, 1 or more
 * @param regionSize side of the region, which is chosen on the boundary of the reference, 1 or more
 * @param seed of every random choice
 * @param budget forward passes, or what costs as much, that a method may spend on a map, 1 or more
 * @param repeatedCases how many cases of each model are explained again with another seed, and with shuffled weights, 0 or more
 */
public record EvaluationSettings(int blockSize, int regionSize, long seed, long budget, int repeatedCases) {

    public EvaluationSettings {
        if (blockSize < 1 || regionSize < 1 || budget < 1 || repeatedCases < 0) {
            throw new IllegalArgumentException("EvaluationSettings: block " + blockSize + ", region " + regionSize
                    + ", budget " + budget + ", repeated " + repeatedCases);
        }
    }
}
