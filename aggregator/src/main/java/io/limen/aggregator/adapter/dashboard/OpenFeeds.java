package io.limen.aggregator.adapter.dashboard;

import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * How many feeds each client holds open, so that one of them leaves room for the others. Counted as they are opened: a client that
 * opens several at the very same time may get some more. Safe for several threads.
 */
public final class OpenFeeds {

    private final Function<RoutingContext, String> clients;
    private final int mostOfOne;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    /**
     * None is open.
     *
     * @param clients names the client that asks
     * @param mostOfOne feeds of one client
     */
    public OpenFeeds(Function<RoutingContext, String> clients, int mostOfOne) {
        this.clients = clients;
        this.mostOfOne = mostOfOne;
    }

    /** Feeds of one client. */
    int mostOfOne() {
        return mostOfOne;
    }

    /** Who it is that asks. */
    String client(RoutingContext context) {
        return clients.apply(context);
    }

    /** Whether the client may open one more. */
    boolean hasRoomFor(String client) {
        return open.getOrDefault(client, 0) < mostOfOne;
    }

    /** The client has opened one. */
    void opened(String client) {
        open.merge(client, 1, Integer::sum);
    }

    /** The client has closed one. */
    void closed(String client) {
        open.computeIfPresent(client, (name, count) -> count > 1 ? count - 1 : null);
    }
}
