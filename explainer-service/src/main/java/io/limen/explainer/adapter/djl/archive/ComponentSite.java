package io.limen.explainer.adapter.djl.archive;

import io.limen.explainer.domain.component.ComponentType;

/**
 * A component as the archive's text tells of it.
 *
 * @param path of the submodule, from the root; of a skip connection with an arrow to who reads it
 * @param occurrence which call on this path, from 0
 * @param type submodule or skip connection
 * @param source of a skip connection: the number of the component whose output it is; else its own number
 * @param parent the number of the component that it is called in; -1: the root
 */
public record ComponentSite(String path, int occurrence, ComponentType type, int source, int parent) {

    /** Whether it is a later use of another component's output. */
    public boolean isSkip() {
        return type instanceof ComponentType.SkipConnection;
    }
}
