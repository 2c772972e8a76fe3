package io.limen.aggregator.adapter.dashboard.alerts;

import io.limen.aggregator.adapter.dashboard.Problem;
import io.limen.schemas.DriftCommandKind;
import io.limen.schemas.DriftState;
import io.limen.schemas.ModelKey;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Alerts, and the word that somebody takes care of one. */
@Path("/api/alerts")
@Produces(MediaType.APPLICATION_JSON)
public class AlertResource {

    private final AlertBook book;
    private final CommandDesk desk;

    AlertResource(AlertBook book, CommandDesk desk) {
        this.book = book;
        this.desk = desk;
    }

    /**
     * That somebody has seen an alert and takes care.
     *
     * @param by who, in their own words; not needed of whom an OIDC token names
     * @param note what they make of it; may be missing
     */
    public record Acknowledging(
            @Size(max = 100) String by, @Size(max = 1_000) String note) {}

    /** Alerts of a model, in one of some states, or one by its id, newest first; 304 where the tag that is shown still holds. */
    @GET
    public Response alerts(
            @QueryParam("model") String model,
            @QueryParam("state") List<String> states,
            @QueryParam("id") String id,
            @Context Request conditional) {
        List<DriftState> wanted = states.stream().map(AlertResource::state).toList();
        // before the alerts are taken: one that comes in between is told twice and not never
        EntityTag version = new EntityTag(book.version());
        Response.ResponseBuilder unchanged = conditional.evaluatePreconditions(version);
        if (unchanged != null) {
            return unchanged.build();
        }
        List<AlertView> alerts = book.all().stream()
                .filter(alert -> id == null || alert.id().equals(id))
                .filter(alert -> model == null || alert.model().equals(model))
                .filter(alert -> wanted.isEmpty()
                        || wanted.stream().anyMatch(one -> one.name().equals(alert.state())))
                .toList();
        return Response.ok(alerts).tag(version).build();
    }

    private static DriftState state(String name) {
        return Stream.of(DriftState.values())
                .filter(state -> state.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                        Response.Status.BAD_REQUEST,
                        "state: one of " + Arrays.toString(DriftState.values()) + ", once for each that is wanted"));
    }

    /** One alert. */
    @GET
    @Path("{id}")
    public AlertView alert(@PathParam("id") String id) {
        return book.find(id).orElseThrow(() -> Problem.of(Response.Status.NOT_FOUND, "no alert with this id is known"));
    }

    /** Somebody has seen the alert. */
    @POST
    @Path("{id}/acknowledgement")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    public Response acknowledge(
            @PathParam("id") String id, @NotNull @Valid Acknowledging said, @Context RoutingContext request)
            throws InterruptedException {
        String by = desk.admit(request, said.by());
        ModelKey model = ModelKey.parse(alert(id).model());
        return desk.send(
                request,
                desk.command(model, DriftCommandKind.ACKNOWLEDGE, by, said.note())
                        .setAlertId(id));
    }
}
