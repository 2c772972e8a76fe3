package io.limen.aggregator.adapter.dashboard.alerts;

import io.limen.aggregator.adapter.dashboard.Problem;
import io.limen.aggregator.adapter.dashboard.access.RequestGate;
import io.limen.aggregator.adapter.dashboard.access.Requester;
import io.limen.schemas.AuditEntry;
import io.limen.schemas.DriftCommand;
import io.limen.schemas.DriftCommandKind;
import io.limen.schemas.ModelKey;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.UUID;

/** Takes what people tell the watch by HTTP, and sends it on together with who said it. Who may is decided before. */
public final class CommandDesk {

    private static final int LONGEST_NAME = 100;

    private final CommandPublisher publisher;
    private final Requester requester;
    private final InstantSource clock;

    /** Over a publisher. */
    public CommandDesk(CommandPublisher publisher, Requester requester, InstantSource clock) {
        this.publisher = publisher;
        this.requester = requester;
        this.clock = clock;
    }

    /**
     * Refuses the page of another site, and who does not say who they are.
     *
     * @param claimed who says so in their own words; may be null
     * @return who says so: the name in a token of their own, or what they claim
     */
    String admit(RoutingContext request, String claimed) {
        String type = request.request().getHeader("Content-Type");
        if (type == null || !type.startsWith(MediaType.APPLICATION_JSON)) {
            // without it a page of another site could send it unasked
            throw Problem.of(Response.Status.UNSUPPORTED_MEDIA_TYPE, "Content-Type: application/json is needed");
        }
        if (requester.isPersonal(request)) {
            String who = Requester.who(request);
            return who.length() > LONGEST_NAME ? who.substring(0, LONGEST_NAME) : who;
        }
        if (claimed == null || claimed.isBlank()) {
            throw Problem.of(Response.Status.BAD_REQUEST, "by is needed: who says so");
        }
        return claimed;
    }

    /**
     * A command that lacks what its kind needs besides.
     *
     * @param note may be null
     */
    DriftCommand.Builder command(ModelKey model, DriftCommandKind kind, String by, String note) {
        return DriftCommand.newBuilder()
                .setCommandId(UUID.randomUUID().toString())
                .setKind(kind)
                .setModel(model.model())
                .setModelVersion(model.version())
                .setBy(by)
                .setNote(note == null ? "" : note)
                .setAt(clock.instant());
    }

    /** Sends it on; accepted once the broker has it, and who said it. */
    Response send(RoutingContext request, DriftCommand.Builder said) throws InterruptedException {
        DriftCommand command = said.build();
        AuditEntry entry = requester
                .entry(request, Response.Status.ACCEPTED.getStatusCode())
                .setKind(command.getKind())
                .setCommandId(command.getCommandId())
                .setModel(command.getModel())
                .setModelVersion(command.getModelVersion())
                .setAlertId(command.getAlertId())
                .build();
        if (!publisher.send(command, entry)) {
            throw Problem.of(
                    Response.Status.SERVICE_UNAVAILABLE,
                    "the broker did not confirm it: look whether it has happened before you try again");
        }
        RequestGate.isRecorded(request);
        return Response.accepted().build();
    }
}
