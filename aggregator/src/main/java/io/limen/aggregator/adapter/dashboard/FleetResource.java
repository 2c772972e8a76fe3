package io.limen.aggregator.adapter.dashboard;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collection;

/** The fleet in JSON, and the pictures of its newest explanations. */
@Path("/api")
public class FleetResource {

    /** An explanation's picture never changes: its id is a hash of everything that went into it. */
    private static final int PICTURE_MAX_AGE_SECONDS = 3_600;

    private final Fleet fleet;

    FleetResource(Fleet fleet) {
        this.fleet = fleet;
    }

    /** Every version of every model, sorted by id. */
    @GET
    @Path("models")
    @Produces(MediaType.APPLICATION_JSON)
    public Collection<ModelView> models() {
        return fleet.view().models().values();
    }

    /** One version of a model. */
    @GET
    @Path("models/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public ModelView model(@PathParam("id") String id) {
        return known(id);
    }

    /** What the components of a model's network do, on average over its explanations. */
    @GET
    @Path("models/{id}/components")
    @Produces(MediaType.APPLICATION_JSON)
    public ComponentsView components(@PathParam("id") String id) {
        return known(id).components();
    }

    /** The picture of one of the newest explanations. */
    @GET
    @Path("explanations/{id}/overlay.png")
    public Response overlay(@PathParam("id") String id) {
        byte[] png = fleet.view()
                .overlay(id)
                .orElseThrow(() -> notFound("no picture with this id is among the newest explanations"));
        CacheControl cacheControl = new CacheControl();
        cacheControl.setMaxAge(PICTURE_MAX_AGE_SECONDS);
        cacheControl.setPrivate(true);
        return Response.ok(png, "image/png").cacheControl(cacheControl).build();
    }

    private ModelView known(String id) {
        return fleet.view().model(id).orElseThrow(() -> notFound("no model with this id is known"));
    }

    private static NotFoundException notFound(String message) {
        return new NotFoundException(Response.status(Response.Status.NOT_FOUND)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new Problem(message))
                .build());
    }
}
