package io.limen.producer.application;

import java.util.Optional;

/** A case that a source offers and that has not been read yet. */
public interface SourceCase {

    /** What the user knows it by, for messages; never published. */
    String name();

    /** What kind of source it comes from, a word for the attribute {@code source}. */
    String kind();

    /** Where its image lies, if objects of the same study can be written about it. */
    default Optional<ExplainedImage> image() {
        return Optional.empty();
    }

    /** Whether a version of it can be told at all. */
    default boolean isCacheable() {
        return false;
    }

    /** Whether its file says that no text is burned into the image; a picture says nothing of it. */
    default boolean isFreeOfText() {
        return false;
    }

    /**
     * What its files look like from outside: as long as this is the same, so is what is read. Empty if that can't be told.
     */
    default Optional<String> version() {
        return Optional.empty();
    }

    /** Reads it; takes the time and memory of one image. */
    Reading<CaseContent> read();
}
