package io.limen.explainer.domain.component;

/** What a component is a part of the network as. */
public sealed interface ComponentType {

    /** A later use of an output that has been used before. */
    ComponentType SKIP = new SkipConnection();

    /** What people read, and records carry. */
    String label();

    /**
     * The output of a submodule.
     *
     * @param label its class as its author named it, for instance {@code Conv2d}; an author may well name one {@code Skip}
     */
    record Submodule(String label) implements ComponentType {}

    /** A skip connection. */
    record SkipConnection() implements ComponentType {

        @Override
        public String label() {
            return "Skip";
        }
    }
}
