package io.limen.explainer.application.stream;

import java.util.List;

/** Port: what stands in the way of working now. Safe for use by several threads, and never blocks. */
@FunctionalInterface
public interface StreamStatus {

    /** One clear line per obstacle; empty when work can go on. */
    List<String> obstacles();
}
