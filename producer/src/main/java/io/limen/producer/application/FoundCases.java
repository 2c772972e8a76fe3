package io.limen.producer.application;

import java.util.Objects;
import java.util.Set;

/**
 * Cases that a finder recognised.
 *
 * @param source the cases
 * @param claimed names of the files that belong to them, or that the notes of the source account for; no other finder
 *     looks at these
 */
public record FoundCases(CaseSource source, Set<String> claimed) {

    public FoundCases {
        Objects.requireNonNull(source, "source");
        claimed = Set.copyOf(claimed);
    }
}
