package io.limen.producer.adapter.http;

import io.limen.producer.adapter.http.access.Problem;
import io.limen.producer.application.intake.BroughtCase;
import io.limen.producer.application.intake.CaseIntake;
import io.limen.producer.application.intake.FileReading;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;

/**
 * {@code POST /segmentations/stream}: many cases in one request, a line of JSON each, answered line by line in their order
 * as the broker has them. One case of a stream is worked at at a time, and nothing is read ahead but what the network holds:
 * who sends faster than the broker takes has to wait.
 */
public final class SegmentationStream implements Handler<RoutingContext> {

    static final String NDJSON = "application/x-ndjson";

    private static final int UNSUPPORTED = 415;

    private final CaseIntake intake;
    private final FileReading reading;
    private final int mostBytes;

    /**
     * @param mostBytes the longest line
     */
    public SegmentationStream(CaseIntake intake, FileReading reading, int mostBytes) {
        this.intake = Objects.requireNonNull(intake, "intake");
        this.reading = Objects.requireNonNull(reading, "reading");
        this.mostBytes = mostBytes;
    }

    @Override
    public void handle(RoutingContext context) {
        String type = String.valueOf(context.request().getHeader("Content-Type"));
        if (!type.startsWith(NDJSON)) {
            new Problem("a stream of cases is " + NDJSON).answer(context.response(), UNSUPPORTED);
            context.request().resume();
            return;
        }
        String by =
                context.user() instanceof QuarkusHttpUser user ? Callers.name(user.getSecurityIdentity()) : "anonymous";
        new StreamConversation(context, line -> {
                    try (Scratch scratch = new Scratch()) {
                        BroughtCase brought = StreamLine.parse(line).in(scratch).brought(by, reading);
                        return CallersTrace.within(context.request()::getHeader, () -> intake.take(brought));
                    }
                })
                .begin(mostBytes);
    }
}
