package io.limen.aggregator.adapter.dashboard.alerts;

import io.limen.aggregator.adapter.dashboard.Problem;
import io.limen.schemas.DriftCommand;
import io.limen.schemas.DriftCommandKind;
import io.limen.schemas.ModelKey;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.UUID;

/** Takes what people tell the watch by HTTP: looks at who says it, and sends it on. */
public final class CommandDesk {

    private final CommandPublisher publisher;
    private final Permission permission;
    private final InstantSource clock;

    /** Over a publisher. */
    public CommandDesk(CommandPublisher publisher, Permission permission, InstantSource clock) {
        this.publisher = publisher;
        this.permission = permission;
        this.clock = clock;
    }

    /** Refuses a caller who may not, and a page of another site. */
    void admit(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        if (type == null || !type.startsWith(MediaType.APPLICATION_JSON)) {
            // without it a page of another site could send it unasked
            throw Problem.of(Response.Status.UNSUPPORTED_MEDIA_TYPE, "Content-Type: application/json is needed");
        }
        if (!permission.allows(Caller.of(request))) {
            throw Problem.of(
                    Response.Status.FORBIDDEN,
                    "only from this machine, or with the token of limen.commands.token as Authorization: Bearer");
        }
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

    /** Sends it on; accepted once the broker has it. */
    Response send(DriftCommand.Builder command) throws InterruptedException {
        if (!publisher.send(command.build())) {
            throw Problem.of(Response.Status.SERVICE_UNAVAILABLE, "the broker did not confirm it: try again");
        }
        return Response.accepted().build();
    }
}
