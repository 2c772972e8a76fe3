package io.limen.explainer.domain.quadrature;

import io.limen.explainer.domain.effect.Effect;
import java.util.Arrays;

/** The draws of one block so far, each of another donor. Grows; owned by one thread. */
public final class BlockDraws {

    private int[] donors = new int[4];
    private double[] effects = new double[4];
    private double[] areas = new double[4];
    private int size;

    /** One more draw. */
    public void add(int donor, Effect effect) {
        if (size == donors.length) {
            donors = Arrays.copyOf(donors, 2 * size);
            effects = Arrays.copyOf(effects, 2 * size);
            areas = Arrays.copyOf(areas, 2 * size);
        }
        donors[size] = donor;
        effects[size] = effect.dicePoints();
        areas[size] = effect.areaShare();
        size++;
    }

    /** Draws made. */
    public int size() {
        return size;
    }

    /** The donor of a draw, index in the bank. */
    public int donor(int draw) {
        return donors[draw];
    }

    /** The effect of a draw, percentage points. */
    public double effect(int draw) {
        return effects[draw];
    }

    /** The signed area effect of a draw, in [-1,1]. */
    public double area(int draw) {
        return areas[draw];
    }

    /** The greatest size of an effect, percentage points; 0 without draws. */
    public double largest() {
        double largest = 0;
        for (int i = 0; i < size; i++) {
            largest = Math.max(largest, Math.abs(effects[i]));
        }
        return largest;
    }

    /**
     * Variance of the effects over the bank, estimated with weights inverse to the chances (Hajek 1971), percentage points
     * squared; 0 without draws.
     *
     * @param chances of each donor to be drawn, [donors]
     */
    public double variance(double[] chances) {
        double weights = 0;
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < size; i++) {
            double weight = 1 / chances[donors[i]];
            weights += weight;
            double deviation = effects[i] - mean;
            mean += deviation * weight / weights;
            squares += weight * deviation * (effects[i] - mean);
        }
        return size == 0 ? 0 : squares / weights;
    }
}
