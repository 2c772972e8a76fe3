package io.limen.producer.adapter.http;

import io.limen.producer.adapter.http.access.Problem;
import io.limen.producer.adapter.http.events.InferenceCases;
import io.limen.producer.adapter.http.events.UnusableEventException;
import io.limen.producer.application.intake.BroughtCase;
import io.limen.producer.application.intake.CaseIntake;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code POST /events}: what the payload loggers of KServe and Seldon tell, as CloudEvents. */
@Path("/events")
public class InferenceEventsResource {

    private final InferenceCases cases;
    private final CaseIntake intake;
    private final SecurityIdentity caller;

    /** Makes cases of events, and takes them in. */
    public InferenceEventsResource(InferenceCases cases, CaseIntake intake, SecurityIdentity caller) {
        this.cases = cases;
        this.intake = intake;
        this.caller = caller;
    }

    /** Takes one event. The first half of an inference waits for the other. */
    @POST
    @Blocking
    @Produces(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> tell(@Context HttpServerRequest request, byte[] body) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.headers().forEach(headers::put);
        Optional<BroughtCase> whole;
        try {
            whole = cases.tell(Callers.name(caller), headers, body);
        } catch (UnusableEventException e) {
            return CompletableFuture.completedFuture(SegmentationsResource.response(Answer.unusable(e.getMessage())));
        }
        return whole.map(brought -> take(brought, headers))
                .orElseGet(() -> CompletableFuture.completedFuture(
                        Response.ok(new Problem("waits for the other half of the inference"))
                                .build()));
    }

    /** The trace of whoever sent the event, or the one that the event itself is of (CloudEvents' distributed tracing). */
    private CompletionStage<Response> take(BroughtCase brought, Map<String, String> headers) {
        return CallersTrace.within(
                        name -> headers.getOrDefault(name, headers.get("ce-" + name)), () -> intake.take(brought))
                .thenApply(outcome -> SegmentationsResource.response(Answer.of(outcome)));
    }
}
