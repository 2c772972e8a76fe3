package io.limen.aggregator.adapter.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The changes of the fleet as server-sent events: {@code statistics}, {@code explanation}, {@code overview}, {@code heartbeat}. A client
 * that reads too slowly is cut off when its buffer is full; it connects again and asks for the whole state. Ends with the token
 * that opened it.
 */
@Path("/api/feed")
public class FeedResource {

    private static final Logger LOG = LoggerFactory.getLogger(FeedResource.class);

    /** Some seconds of a busy fleet; each event is a few KiB. */
    static final int BUFFERED_EVENTS = 256;

    /** Bounds the memory of all buffers together. */
    static final int MAX_CLIENTS = 200;

    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    /** Where Quarkus keeps until when an OIDC token holds, seconds since the epoch. */
    private static final String EXPIRY = "quarkus.identity.expire-time";

    private static final Set<String> DETAILS = Set.of("full", "overview");

    private final Fleet fleet;
    private final ObjectMapper json;
    private final SecurityIdentity caller;
    private final OpenFeeds feeds;
    private final InstantSource clock = InstantSource.system();
    private final Multi<Long> ticks;

    FeedResource(Fleet fleet, ObjectMapper json, SecurityIdentity caller, OpenFeeds feeds) {
        this.fleet = fleet;
        this.json = json;
        this.caller = caller;
        this.feeds = feeds;
        this.ticks = Multi.createFrom().ticks().every(HEARTBEAT).onOverflow().drop();
    }

    /**
     * The events from now on.
     *
     * @param model by model@version; every model when it is missing
     * @param detail {@code full}, or {@code overview} for {@code overview} events in place of the others
     */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    public Multi<OutboundSseEvent> feed(
            @QueryParam("model") String model,
            @QueryParam("detail") @DefaultValue("full") String detail,
            @Context Sse sse,
            @Context RoutingContext context) {
        if (!DETAILS.contains(detail)) {
            throw Problem.of(Response.Status.BAD_REQUEST, "detail is full or overview");
        }
        FeedWish wish = new FeedWish(Optional.ofNullable(model), detail.equals("overview"));
        String client = feeds.client(context);
        if (fleet.listeners() >= MAX_CLIENTS) {
            throw Problem.of(
                    Response.Status.TOO_MANY_REQUESTS, MAX_CLIENTS + " pages are open already: try again later");
        }
        if (!feeds.hasRoomFor(client)) {
            throw Problem.of(
                    Response.Status.TOO_MANY_REQUESTS,
                    feeds.mostOfOne() + " pages of yours are open already: close one of them");
        }
        Multi<OutboundSseEvent> changes = Multi.createFrom()
                .<FeedEvent>emitter(emitter -> forward(client, wish, emitter), BUFFERED_EVENTS)
                .map(event -> event(sse, event.name(), event.content()));
        Multi<OutboundSseEvent> heartbeats = ticks.map(tick -> event(
                sse,
                "heartbeat",
                Map.of("beat", tick, "brokerAway", fleet.broker().isAway())));
        Multi<OutboundSseEvent> all = Multi.createBy().merging().streams(heartbeats, changes);
        return whileTheTokenHolds(all)
                .onFailure()
                .invoke(overflow -> LOG.debug("A client of the feed read too slowly and is cut off", overflow))
                .onFailure()
                .recoverWithCompletion();
    }

    private <T> Multi<T> whileTheTokenHolds(Multi<T> events) {
        if (!(caller.getAttribute(EXPIRY) instanceof Long second)) {
            return events;
        }
        Duration left = Duration.between(clock.instant(), Instant.ofEpochSecond(second));
        return left.isNegative() || left.isZero()
                ? Multi.createFrom().empty()
                : events.select().first(left);
    }

    private void forward(String client, FeedWish wish, MultiEmitter<? super FeedEvent> emitter) {
        Consumer<List<FeedEvent>> listener =
                events -> events.stream().flatMap(wish::of).forEach(emitter::emit);
        feeds.opened(client);
        fleet.listen(listener);
        emitter.onTermination(() -> {
            fleet.forget(listener);
            feeds.closed(client);
        });
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
