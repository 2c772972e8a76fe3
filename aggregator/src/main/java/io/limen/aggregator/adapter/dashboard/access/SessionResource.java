package io.limen.aggregator.adapter.dashboard.access;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Who the caller is taken for. */
@Path("/api/session")
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

    private final Requester requester;

    SessionResource(Requester requester) {
        this.requester = requester;
    }

    /**
     * Who the caller is taken for.
     *
     * @param who the name that changes are recorded under
     * @param role VIEWER or OPERATOR
     * @param personal whether the name is a person's own, and not one shared by all who hold a token
     */
    public record Session(String who, Role role, boolean personal) {}

    /** Who the caller is taken for, and what they may do. */
    @GET
    public Session session(@Context RoutingContext context) {
        return new Session(Requester.who(context), requester.role(context), requester.isPersonal(context));
    }
}
