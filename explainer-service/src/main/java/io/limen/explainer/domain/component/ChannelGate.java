package io.limen.explainer.domain.component;

/**
 * How the soft Dice of the region answers to a gate on one channel, the gate at 1 (keep).
 *
 * @param component whose channel
 * @param channel from 0
 * @param derivative of 100 x soft Dice by the gate, percentage points
 */
public record ChannelGate(Component component, int channel, double derivative) {

    public ChannelGate {
        if (channel < 0 || channel >= component.channels() || !Double.isFinite(derivative)) {
            throw new IllegalArgumentException(
                    "ChannelGate: channel " + channel + " of " + component + ", " + derivative);
        }
    }

    /** First-order effect of closing the gate (1 to 0), which zeroes the channel: minus the derivative. */
    public double predictedEffect() {
        return -derivative;
    }
}
