package io.limen.aggregator.adapter.dashboard.access;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Endpoints that nobody has thought of protecting. */
@Path("/planted")
@ApplicationScoped
public class Planted {

    /** Comes before anybody asks who calls, as an endpoint must not. */
    static final String UNGUARDED = "/planted-unguarded";

    /** Reads. */
    @GET
    public String read() {
        return "read";
    }

    /** Changes something. */
    @POST
    public String change() {
        return "changed";
    }

    void plant(@Observes Router router) {
        router.route(UNGUARDED)
                .order(Integer.MIN_VALUE)
                .handler(context -> context.response().end("unguarded"));
    }
}
