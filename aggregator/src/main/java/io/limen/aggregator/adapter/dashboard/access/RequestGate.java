package io.limen.aggregator.adapter.dashboard.access;

import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.UUID;

/** What every request passes: it gets an id, may not be too large, not change too often, and leaves a trace if it would change something. */
public final class RequestGate {

    /** Set once a change is in the audit log together with what it did. */
    private static final String RECORDED = "limen.recorded";

    /** For a caller who went away before the answer. */
    private static final int NO_ANSWER = 500;

    private final Requester requester;
    private final AuditTrail trail;
    private final WriteRate rate;
    private final long mostBytes;

    /**
     * @param mostBytes the largest body
     * @param writesPerMinute changes of one caller
     */
    public RequestGate(
            Requester requester, AuditTrail trail, InstantSource clock, long mostBytes, int writesPerMinute) {
        this.requester = requester;
        this.trail = trail;
        this.mostBytes = mostBytes;
        this.rate = new WriteRate(writesPerMinute, clock);
    }

    /** That the audit log has the change already. */
    public static void isRecorded(RoutingContext context) {
        context.put(RECORDED, true);
    }

    /** Before anybody asks who calls. */
    public void enter(RoutingContext context) {
        String id = UUID.randomUUID().toString();
        context.put(Requester.REQUEST_ID, id);
        context.response().putHeader("X-Request-Id", id);
        if (changes(context)) {
            context.addEndHandler(ended ->
                    leave(context, ended.succeeded() ? context.response().getStatusCode() : NO_ANSWER));
        }
        if (announcedBytes(context) > mostBytes) {
            Answers.tooLarge(context);
        } else {
            context.next();
        }
    }

    /** Once it is known who calls, and that they may. */
    public void admit(RoutingContext context) {
        long wait = changes(context) ? rate.secondsToWait(Requester.who(context)) : 0;
        if (wait > 0) {
            Answers.tooMany(context, wait);
        } else {
            context.next();
        }
    }

    private void leave(RoutingContext context, int status) {
        if (!context.get(RECORDED, false)) {
            trail.record(requester.entry(context, status).build());
        }
    }

    private static boolean changes(RoutingContext context) {
        return !AccessRules.isReading(context.request().method().name());
    }

    private static long announcedBytes(RoutingContext context) {
        try {
            String length = context.request().getHeader("Content-Length");
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
