package io.limen.explainer.domain.surrogate;

/**
 * What gradients say of one block's effects, per donor of the bank.
 *
 * @param soft first-order change of the soft Dice, percentage points, [donors]; not copied
 * @param flips change of Dice by predicted flips, percentage points, [donors]; all 0 when they were not predicted
 */
public record BlockSurrogate(float[] soft, float[] flips) {

    public BlockSurrogate {
        if (soft.length != flips.length) {
            throw new IllegalArgumentException("BlockSurrogate: " + soft.length + ", " + flips.length);
        }
    }

    /** Without predicted flips. */
    public static BlockSurrogate soft(float[] soft) {
        return new BlockSurrogate(soft, new float[soft.length]);
    }

    /** With predicted flips. */
    public BlockSurrogate withFlips(float[] predicted) {
        return new BlockSurrogate(soft, predicted);
    }
}
