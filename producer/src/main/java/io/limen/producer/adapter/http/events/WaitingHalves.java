package io.limen.producer.adapter.http.events;

import io.limen.producer.adapter.http.events.InferenceEvent.Half;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Halves of inferences whose other half has not come. So many, so many bytes and so long: the oldest go first, and are
 * counted. A half that comes again takes the place of the first.
 */
final class WaitingHalves {

    private static final int MOST = 1_000;
    private static final long MOST_BYTES = 128L * 1024 * 1024;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final InstantSource time;
    private final Runnable dropped;
    private final Map<Name, Waiting> waiting = new LinkedHashMap<>();
    private long bytes;

    /** @param dropped told of each half that is given up */
    WaitingHalves(InstantSource time, Runnable dropped) {
        this.time = time;
        this.dropped = dropped;
    }

    private record Name(String by, String service, String id) {}

    private record Waiting(InferenceEvent event, Instant since) {}

    /**
     * Both halves.
     *
     * @param request what the model was asked
     * @param response what it answered
     */
    record Inference(InferenceEvent request, InferenceEvent response) {}

    /** Both halves, if this is the second. */
    synchronized Optional<Inference> join(String by, InferenceEvent event) {
        Name name = new Name(by, event.service(), event.id());
        Waiting other = take(name);
        if (other != null && other.event().half() != event.half()) {
            return Optional.of(
                    event.half() == Half.RESPONSE
                            ? new Inference(other.event(), event)
                            : new Inference(event, other.event()));
        }
        waiting.put(name, new Waiting(event, time.instant()));
        bytes += event.payload().length;
        dropOldest();
        return Optional.empty();
    }

    private Waiting take(Name name) {
        Waiting gone = waiting.remove(name);
        if (gone != null) {
            bytes -= gone.event().payload().length;
        }
        return gone;
    }

    private void dropOldest() {
        Instant horizon = time.instant().minus(LONGEST);
        Iterator<Waiting> oldest = waiting.values().iterator();
        while (oldest.hasNext()) {
            Waiting next = oldest.next();
            if (waiting.size() <= MOST && bytes <= MOST_BYTES && !next.since().isBefore(horizon)) {
                return;
            }
            oldest.remove();
            bytes -= next.event().payload().length;
            dropped.run();
        }
    }
}
