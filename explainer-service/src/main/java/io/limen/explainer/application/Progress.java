package io.limen.explainer.application;

/** Port: whoever wants to know how far an explanation is. */
@FunctionalInterface
public interface Progress {

    /** Nobody watches. */
    Progress SILENT = (done, expected) -> {};

    /**
     * @param done forward passes done
     * @param expected forward passes expected in all, as far as is known now; may grow after screening
     */
    void forwards(long done, long expected);
}
