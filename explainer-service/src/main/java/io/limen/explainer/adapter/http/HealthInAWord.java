package io.limen.explainer.adapter.http;

import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

/**
 * Tells probes and whoever else shows no token whether the service is up, and no more: what is the matter, with the names of
 * models, brokers and buckets, is for those who collect metrics, or who call on this machine where no token is set.
 *
 * @param served who may see what
 * @param reporter knows how it is
 */
public record HealthInAWord(ServedPaths served, SmallRyeHealthReporter reporter) implements Handler<RoutingContext> {

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    @Override
    public void handle(RoutingContext context) {
        String path = context.normalizedPath();
        if (!ServedPaths.isHealth(path) || served.maySeeDetails(Caller.of(context.request()))) {
            context.next();
            return;
        }
        // some checks end on a thread of their own, and the answer belongs to this connection's
        Context here = Vertx.currentContext();
        asked(path)
                .emitOn(answer -> here.runOnContext(nothing -> answer.run()))
                .subscribe()
                .with(found -> say(context, found), context::fail);
    }

    private Uni<SmallRyeHealth> asked(String path) {
        return switch (path.substring(ServedPaths.HEALTH.length())) {
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
