package io.limen.aggregator.adapter.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The changes of the fleet as server-sent events: {@code statistics}, {@code explanation}, {@code heartbeat}. A client
 * that reads too slowly is cut off when its buffer is full; it connects again and asks for the whole state.
 */
@Path("/api/feed")
public class FeedResource {

    private static final Logger LOG = LoggerFactory.getLogger(FeedResource.class);

    /** Some seconds of a busy fleet; each event is a few KiB. */
    static final int BUFFERED_EVENTS = 256;

    /** Bounds the memory of all buffers together. */
    static final int MAX_CLIENTS = 200;

    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private final Fleet fleet;
    private final ObjectMapper json;
    private final Multi<Long> ticks;

    FeedResource(Fleet fleet, ObjectMapper json) {
        this.fleet = fleet;
        this.json = json;
        this.ticks = Multi.createFrom().ticks().every(HEARTBEAT).onOverflow().drop();
    }

    /** The events from now on. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    public Multi<OutboundSseEvent> feed(@Context Sse sse) {
        if (fleet.listeners() >= MAX_CLIENTS) {
            throw new ServiceUnavailableException();
        }
        Multi<OutboundSseEvent> changes = Multi.createFrom()
                .<FeedEvent>emitter(this::forward, BUFFERED_EVENTS)
                .map(event -> event(sse, event.name(), event.content()));
        Multi<OutboundSseEvent> heartbeats = ticks.map(tick -> event(sse, "heartbeat", Map.of("beat", tick)));
        return Multi.createBy()
                .merging()
                .streams(heartbeats, changes)
                .onFailure()
                .invoke(overflow -> LOG.debug("A client of the feed read too slowly and is cut off", overflow))
                .onFailure()
                .recoverWithCompletion();
    }

    private void forward(MultiEmitter<? super FeedEvent> client) {
        Consumer<List<FeedEvent>> listener = events -> events.forEach(client::emit);
        fleet.listen(listener);
        client.onTermination(() -> fleet.forget(listener));
    }

    private OutboundSseEvent event(Sse sse, String name, Object content) {
        try {
            return sse.newEventBuilder()
                    .name(name)
                    .data(json.writeValueAsString(content))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + name, e);
        }
    }
}
