package io.limen.explainer.domain.component;

import java.util.OptionalDouble;

/**
 * What replacing a component did to the region's Dice.
 *
 * @param component what was replaced
 * @param channel one channel, from 0; {@link ComponentIntervention#WHOLE}: all of them
 * @param kind by what
 * @param ate mean effect over the draws, percentage points of the region's Dice, in [-100,100]
 * @param standardError of the mean over donors, percentage points: sample standard deviation / sqrt(draws). 0 for ZERO
 *     and MEAN, which leave nothing to chance once the donors are given; 100, the greatest possible, where a single donor leaves it unknown
 * @param draws interventions behind the mean: donors for RESAMPLE, 1 for ZERO and MEAN
 * @param areaEffect mean signed change of the region's segmented area over the region's area, in [-1,1]
 * @param predicted first-order effect of zeroing it by the gradient of the soft Dice, percentage points; of a whole output the sum over its channels; empty
 *     where the model has no gradient
 */
public record ComponentEffect(
        Component component,
        int channel,
        AblationKind kind,
        double ate,
        double standardError,
        int draws,
        double areaEffect,
        OptionalDouble predicted) {

    public ComponentEffect {
        if (!(ate >= -100 && ate <= 100) || !(standardError >= 0) || draws < 1 || !(Math.abs(areaEffect) <= 1)) {
            throw new IllegalArgumentException(
                    "ComponentEffect: " + ate + " se " + standardError + ", " + draws + " draws, area " + areaEffect);
        }
    }

    /** {@link Component#name()}, with the channel in brackets behind it: {@code enc1.conv1.0[3]}. */
    public String name() {
        return channel == ComponentIntervention.WHOLE ? component.name() : component.name() + "[" + channel + "]";
    }
}
