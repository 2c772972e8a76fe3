package io.limen.explainer.domain.component;

import java.util.Set;

/**
 * What a user chooses about the components of an explanation.
 *
 * @param donors donor images, 1 to {@link #MOST_DONORS}; fewer when the bank has fewer
 * @param topChannels channels of the highest rank by gradient that are verified by interventions, 0 or more
 * @param kinds what outputs are replaced by, at least one
 */
public record ComponentSettings(int donors, int topChannels, Set<AblationKind> kinds) {

    /** Whole images in memory; more draws than this gain little beside the spread between components. */
    public static final int MOST_DONORS = 256;

    /** Verified channels; each costs a forward pass per donor. */
    public static final int MOST_CHANNELS = 4096;

    /** 16 donors, 16 channels, all kinds. */
    public static final ComponentSettings DEFAULT = new ComponentSettings(16, 16, Set.of(AblationKind.values()));

    public ComponentSettings {
        kinds = Set.copyOf(kinds);
        if (donors < 1 || donors > MOST_DONORS || topChannels < 0 || topChannels > MOST_CHANNELS || kinds.isEmpty()) {
            throw new IllegalArgumentException(
                    "ComponentSettings: " + donors + " donors, " + topChannels + " channels, " + kinds);
        }
    }
}
