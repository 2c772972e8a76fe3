package io.limen.explainer.domain.effect;

import io.limen.explainer.domain.image.Mask;

/**
 * Overlap of two sets of pixels: 2 |A and B| / (|A| + |B|) (Dice 1945, Sorensen 1948). Two empty sets agree: 1. The
 * published code gives 0 there, so that an empty region would count as an error of the model.
 *
 * @param value in [0,1]
 */
public record Dice(double value) {

    public Dice {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("Dice: " + value);
        }
    }

    /** The overlap of two masks of one size. Cost O(pixels). */
    public static Dice of(Mask a, Mask b) {
        if (a.height() != b.height() || a.width() != b.width()) {
            throw new IllegalArgumentException(
                    "Dice: " + a.height() + "x" + a.width() + " against " + b.height() + "x" + b.width());
        }
        int common = 0;
        for (int i = 0; i < a.foreground().length; i++) {
            common += a.foreground()[i] && b.foreground()[i] ? 1 : 0;
        }
        return ofCounts(common, a.area(), b.area());
    }

    /** From |A and B|, |A| and |B|, in pixels. */
    static Dice ofCounts(int common, int areaA, int areaB) {
        return new Dice(areaA + areaB == 0 ? 1 : 2.0 * common / (areaA + areaB));
    }

    /** 100 x the value: percentage points, in [0,100]. */
    public double percent() {
        return 100 * value;
    }
}
