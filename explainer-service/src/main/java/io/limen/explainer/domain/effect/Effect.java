package io.limen.explainer.domain.effect;

/**
 * What one intervention did to the region of interest.
 *
 * @param dicePoints Dice after the intervention minus Dice before, percentage points, in [-100,100]
 * @param areaShare signed change of the segmented area over the region's area, in [-1,1]
 */
public record Effect(double dicePoints, double areaShare) {

    public Effect {
        if (!(dicePoints >= -100 && dicePoints <= 100) || !(areaShare >= -1 && areaShare <= 1)) {
            throw new IllegalArgumentException("Effect: " + dicePoints + ", area " + areaShare);
        }
    }
}
