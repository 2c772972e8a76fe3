package io.limen.explainer.application;

import io.limen.explainer.domain.surrogate.SoftDice;

/**
 * Whether gradients foretell what happens: the first draws' change of the soft Dice against its first-order prediction. On
 * a network whose response is far from linear they don't, and more of them would be wasted.
 */
final class SurrogateTrial {

    /** Least squared correlation that is worth more gradients; measured: 0.8 where they pay, below 0.05 where not. */
    private static final double WORTH = 0.2;

    private final SoftDice dice;
    private int seen;
    private double predictedMean;
    private double actualMean;
    private double predictedSquares;
    private double actualSquares;
    private double products;

    SurrogateTrial(SoftDice dice) {
        this.dice = dice;
    }

    /** One draw (Welford's updates). */
    void see(double predicted, ForwardPasses.Output output) {
        double actual = dice.change(output.probabilities(), output.slot());
        seen++;
        double deviation = predicted - predictedMean;
        double actualDeviation = actual - actualMean;
        predictedMean += deviation / seen;
        actualMean += actualDeviation / seen;
        predictedSquares += deviation * (predicted - predictedMean);
        actualSquares += actualDeviation * (actual - actualMean);
        products += deviation * (actual - actualMean);
    }

    boolean worthMore() {
        return products > 0 && products * products > WORTH * predictedSquares * actualSquares;
    }
}
