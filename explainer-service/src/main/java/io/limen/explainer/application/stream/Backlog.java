package io.limen.explainer.application.stream;

import io.limen.explainer.domain.load.Load;
import java.util.Optional;

/** Port: what waits in the stream. Safe for use by several threads, and never blocks. */
@FunctionalInterface
public interface Backlog {

    /** As it was seen last; empty before that, and when that is too long ago. */
    Optional<Load> now();
}
