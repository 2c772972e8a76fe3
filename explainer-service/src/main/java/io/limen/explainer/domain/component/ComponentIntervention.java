package io.limen.explainer.domain.component;

/**
 * do(component := something else), for the whole output or for one of its channels.
 *
 * @param component what is replaced
 * @param channel one channel, from 0; {@link #WHOLE}: all of them
 * @param kind by what
 * @param donor index of the donor image, from 0; {@link #NO_DONOR} unless the kind is RESAMPLE
 */
public record ComponentIntervention(Component component, int channel, AblationKind kind, int donor) {

    /** The whole output. */
    public static final int WHOLE = -1;

    /** For kinds that need no donor. */
    public static final int NO_DONOR = -1;

    /** {@link Component#name()}, with the channel in brackets behind it where it is one alone. */
    public String name() {
        return channel == WHOLE ? component.name() : component.name() + "[" + channel + "]";
    }

    public ComponentIntervention {
        if (channel < WHOLE || channel >= component.channels() || (kind == AblationKind.RESAMPLE) != (donor >= 0)) {
            throw new IllegalArgumentException("ComponentIntervention: channel " + channel + " of " + component + ", "
                    + kind + ", donor " + donor);
        }
    }
}
