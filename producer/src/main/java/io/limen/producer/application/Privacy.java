package io.limen.producer.application;

import io.limen.producer.domain.image.Area;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is done so that nobody can be known from what is published.
 *
 * @param pseudonymKey file of the secret that studies' pseudonyms are made with; empty: the user's own, made at first use
 * @param blank areas of every image that are made black, for text that is burned into them
 * @param keepBurnedIn whether images pass that say that text is burned into them, although no area is declared
 */
public record Privacy(Optional<Path> pseudonymKey, List<Area> blank, boolean keepBurnedIn) {

    /** The user's own key, nothing blanked, no burned-in text. */
    public static final Privacy DEFAULT = new Privacy(Optional.empty(), List.of(), false);

    public Privacy {
        Objects.requireNonNull(pseudonymKey, "pseudonymKey");
        blank = List.copyOf(blank);
    }

    /**
     * Whether an image passes that says that text is burned into it. Where areas are declared, it still fails if none of them
     * lies on it ({@link BlankedSource}).
     */
    public boolean passesBurnedIn() {
        return keepBurnedIn || !blank.isEmpty();
    }
}
