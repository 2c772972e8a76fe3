package io.limen.quickstart.application;

import io.limen.quickstart.domain.PartFailure;
import io.limen.quickstart.domain.Progress;
import io.limen.quickstart.domain.StreamEvent;
import java.net.URI;
import java.time.Duration;

/** Tells the user what happens. */
public interface Narrator {

    /** A step begins or a fact is worth a line. */
    void say(String line);

    /** Cases are on their way: from now on there is progress to show. */
    void follow(Progress start);

    /** An event came; the progress includes it. */
    void event(StreamEvent event, Progress progress);

    /** No case is left, or nobody waits for one: the progress display ends. */
    void unfollow();

    /** The first attribution came. */
    void firstAttribution(Duration sinceStart);

    /** Where to look, and what to try from another terminal. */
    void invite(URI dashboard, String bootstrapServers);

    /** The closing table: the command's result. */
    void close(Progress progress);

    /** A part failed. */
    void failure(PartFailure failure);
}
