package io.limen.producer.application;

import java.util.Optional;

/** Port: the log of who has published what. */
public interface AuditLog {

    /**
     * Appends a run that has ended.
     *
     * @return one line that says why it is not in the log; empty when it is
     */
    Optional<String> append(PublishRun run);
}
