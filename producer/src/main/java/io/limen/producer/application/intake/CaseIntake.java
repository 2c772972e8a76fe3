package io.limen.producer.application.intake;

import java.util.concurrent.CompletableFuture;

/** Port for whoever brings cases: publishes one, and answers once the broker has it. */
public interface CaseIntake {

    /**
     * Takes a case in. It is read on the caller's thread, and may take the time and memory of one image; the answer comes
     * from any thread.
     */
    CompletableFuture<TakenIn> take(BroughtCase brought);
}
