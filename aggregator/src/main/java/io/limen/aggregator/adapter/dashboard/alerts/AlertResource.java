package io.limen.aggregator.adapter.dashboard.alerts;

import io.limen.aggregator.adapter.dashboard.Problem;
import io.limen.schemas.DriftCommand;
import io.limen.schemas.DriftCommandKind;
import io.limen.schemas.ModelKey;
import io.limen.schemas.ReferenceMode;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Alerts, and what people say to them. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
public class AlertResource {

    private final AlertBook book;
    private final CommandPublisher publisher;
    private final Permission permission;
    private final InstantSource clock;

    AlertResource(AlertBook book, CommandPublisher publisher, Permission permission, InstantSource clock) {
        this.book = book;
        this.publisher = publisher;
        this.permission = permission;
        this.clock = clock;
    }

    /**
     * That somebody has seen an alert and takes care.
     *
     * @param by who, in their own words
     * @param note what they make of it; may be missing
     */
    public record Acknowledging(
            @NotNull @Size(min = 1, max = 100) String by,
            @Size(max = 1_000) String note) {}

    /**
     * That a model gets a new reference.
     *
     * @param from NEWEST: the newest studies, at once; COMING: the studies to come
     * @param site which site; all of them when missing
     * @param referenceMode which mode; both when missing
     */
    public record NewReference(
            @NotNull From from,
            @Size(max = 200) String site,
            ReferenceMode referenceMode,
            @NotNull @Size(min = 1, max = 100) String by,
            @Size(max = 1_000) String note) {

        /** Where it comes from. */
        public enum From {
            NEWEST,
            COMING
        }
    }

    /** Alerts, newest first. */
    @GET
    @Path("alerts")
    public List<AlertView> alerts(@QueryParam("model") String model, @QueryParam("state") String state) {
        return book.all().stream()
                .filter(alert -> model == null || alert.model().equals(model))
                .filter(alert -> state == null || alert.state().equalsIgnoreCase(state))
                .toList();
    }

    /** One alert. */
    @GET
    @Path("alerts/{id}")
    public AlertView alert(@PathParam("id") String id) {
        return known(id);
    }

    /** Somebody has seen the alert. */
    @POST
    @Path("alerts/{id}/acknowledgement")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    public Response acknowledge(
            @PathParam("id") String id, @NotNull @Valid Acknowledging said, @Context HttpServerRequest request)
            throws InterruptedException {
        allow(request);
        AlertView alert = known(id);
        return send(command(ModelKey.parse(alert.model()), DriftCommandKind.ACKNOWLEDGE, said.by(), said.note())
                .setAlertId(id)
                .build());
    }

    /** The model gets a new reference. */
    @POST
    @Path("models/{id}/reference")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    public Response pin(
            @PathParam("id") String id, @NotNull @Valid NewReference said, @Context HttpServerRequest request)
            throws InterruptedException {
        allow(request);
        DriftCommandKind kind = said.from() == NewReference.From.NEWEST
                ? DriftCommandKind.PIN_REFERENCE
                : DriftCommandKind.RESTART_REFERENCE;
        return send(command(model(id), kind, said.by(), said.note())
                .setSite(said.site())
                .setReferenceMode(said.referenceMode())
                .build());
    }

    private DriftCommand.Builder command(ModelKey model, DriftCommandKind kind, String by, String note) {
        return DriftCommand.newBuilder()
                .setCommandId(UUID.randomUUID().toString())
                .setKind(kind)
                .setModel(model.model())
                .setModelVersion(model.version())
                .setBy(by)
                .setNote(note == null ? "" : note)
                .setAt(clock.instant());
    }

    private Response send(DriftCommand command) throws InterruptedException {
        if (!publisher.send(command)) {
            throw problem(Response.Status.SERVICE_UNAVAILABLE, "the broker did not confirm it: try again");
        }
        return Response.accepted().build();
    }

    private void allow(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        if (type == null || !type.startsWith(MediaType.APPLICATION_JSON)) {
            // without it a page of another site could send it unasked
            throw problem(Response.Status.UNSUPPORTED_MEDIA_TYPE, "Content-Type: application/json is needed");
        }
        if (!permission.allows(Caller.of(request))) {
            throw problem(
                    Response.Status.FORBIDDEN,
                    "only from this machine, or with the token of limen.commands.token as Authorization: Bearer");
        }
    }

    private AlertView known(String id) {
        return book.find(id).orElseThrow(() -> problem(Response.Status.NOT_FOUND, "no alert with this id is known"));
    }

    private static ModelKey model(String id) {
        try {
            return ModelKey.parse(id);
        } catch (IllegalArgumentException e) {
            throw problem(Response.Status.NOT_FOUND, "no model with this id is known");
        }
    }

    private static WebApplicationException problem(Response.Status status, String message) {
        return new WebApplicationException(Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new Problem(message))
                .build());
    }
}
