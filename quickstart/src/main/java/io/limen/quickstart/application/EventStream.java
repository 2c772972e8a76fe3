package io.limen.quickstart.application;

import io.limen.quickstart.domain.StreamEvent;
import java.time.Duration;
import java.util.List;

/** The events of the demo, in the order of their topics' partitions. For use by one thread. */
public interface EventStream extends AutoCloseable {

    /** Events that came since the last call; waits for the first one at most this long. */
    List<StreamEvent> next(Duration wait);

    @Override
    void close();
}
