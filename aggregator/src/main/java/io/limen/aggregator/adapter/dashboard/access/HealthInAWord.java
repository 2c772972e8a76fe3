package io.limen.aggregator.adapter.dashboard.access;

import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

/**
 * Tells probes and whoever else shows no token whether it is up, and no more: what is the matter, with the names of brokers and
 * folders, is for who may read.
 */
public final class HealthInAWord implements Handler<RoutingContext> {

    private static final String HEALTH = "/q/health";
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final Requester requester;
    private final SmallRyeHealthReporter reporter;

    /** As the reporter has it. */
    public HealthInAWord(Requester requester, SmallRyeHealthReporter reporter) {
        this.requester = requester;
        this.reporter = reporter;
    }

    @Override
    public void handle(RoutingContext context) {
        String path = context.normalizedPath();
        boolean health = path.equals(HEALTH) || path.startsWith(HEALTH + "/");
        if (!health || requester.role(context).covers(Role.VIEWER)) {
            context.next();
        } else {
            // some checks end on a thread of their own, and the answer belongs to this connection's
            Context here = Vertx.currentContext();
            asked(path)
                    .emitOn(answer -> here.runOnContext(nothing -> answer.run()))
                    .subscribe()
                    .with(found -> say(context, found), context::fail);
        }
    }

    private Uni<SmallRyeHealth> asked(String path) {
        return switch (path.substring(HEALTH.length())) {
            case "/live" -> reporter.getLivenessAsync();
            case "/ready" -> reporter.getReadinessAsync();
            case "/started" -> reporter.getStartupAsync();
            default -> reporter.getHealthAsync();
        };
    }

    private static void say(RoutingContext context, SmallRyeHealth found) {
        context.response()
                .setStatusCode(found.isDown() ? UNAVAILABLE : OK)
                .putHeader("Content-Type", "application/json")
                .end("{\"status\":\"" + (found.isDown() ? "DOWN" : "UP") + "\"}");
    }
}
