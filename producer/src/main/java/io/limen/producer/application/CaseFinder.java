package io.limen.producer.application;

import java.util.Optional;

/** Port: recognises the cases of one kind among the files of a folder. */
public interface CaseFinder {

    /** What it recognises, for a line to the user who has nothing of it. */
    String understands();

    /**
     * Looks at the files that nobody has claimed yet, no longer than it takes to count the cases.
     *
     * @return the cases, or nothing if there are none of this kind
     * @throws BadInput if what the user asked for fits no file
     */
    Optional<FoundCases> find(FolderFiles files);
}
