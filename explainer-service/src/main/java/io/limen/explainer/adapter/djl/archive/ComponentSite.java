package io.limen.explainer.adapter.djl.archive;

/**
 * A component as the archive's text tells of it.
 *
 * @param path of the submodule, from the root; of a skip connection with an arrow to who reads it
 * @param occurrence which call on this path, from 0
 * @param type the submodule's class; {@code Skip} for a skip connection
 * @param source of a skip connection: the number of the component whose output it is; else its own number
 * @param parent the number of the component that it is called in; -1: the root
 */
public record ComponentSite(String path, int occurrence, String type, int source, int parent) {

    /** The type of a skip connection. */
    static final String SKIP = "Skip";

    /** Whether it is a later use of another component's output. */
    public boolean isSkip() {
        return type.equals(SKIP);
    }
}
