package io.limen.aggregator.adapter.dashboard.alerts;

import io.limen.aggregator.adapter.dashboard.Problem;
import io.limen.schemas.DriftCommandKind;
import io.limen.schemas.ModelKey;
import io.limen.schemas.ReferenceMode;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The reference that a model is watched against. */
@Path("/api/models/{id}/reference")
@Produces(MediaType.APPLICATION_JSON)
public class ReferenceResource {

    private final CommandDesk desk;

    ReferenceResource(CommandDesk desk) {
        this.desk = desk;
    }

    /**
     * That a model gets a new reference.
     *
     * @param from NEWEST: the newest studies, at once; COMING: the studies to come
     * @param site which site; all of them when missing
     * @param referenceMode which mode; both when missing
     * @param by who, in their own words; not needed of whom an OIDC token names
     * @param note why; may be missing
     */
    public record NewReference(
            @NotNull From from,
            @Size(max = 200) String site,
            ReferenceMode referenceMode,
            @Size(max = 100) String by,
            @Size(max = 1_000) String note) {

        /** Where it comes from. */
        public enum From {
            NEWEST,
            COMING
        }
    }

    /** The model gets a new reference. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    public Response pin(@PathParam("id") String id, @NotNull @Valid NewReference said, @Context RoutingContext request)
            throws InterruptedException {
        String by = desk.admit(request, said.by());
        DriftCommandKind kind = said.from() == NewReference.From.NEWEST
                ? DriftCommandKind.PIN_REFERENCE
                : DriftCommandKind.RESTART_REFERENCE;
        return desk.send(
                request,
                desk.command(model(id), kind, by, said.note())
                        .setSite(said.site())
                        .setReferenceMode(said.referenceMode()));
    }

    private static ModelKey model(String id) {
        try {
            return ModelKey.parse(id);
        } catch (IllegalArgumentException e) {
            throw Problem.of(Response.Status.NOT_FOUND, "no model with this id is known");
        }
    }
}
