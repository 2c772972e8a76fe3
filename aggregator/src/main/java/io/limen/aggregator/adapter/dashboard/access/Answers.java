package io.limen.aggregator.adapter.dashboard.access;

import io.limen.aggregator.adapter.dashboard.Problem;
import io.limen.schemas.access.Caller;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.vertx.core.Handler;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;

/** What is answered to a request that does not come as far as a resource: a {@link Problem}, as everywhere. */
public final class Answers implements Handler<RoutingContext> {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;

    private final AccessRules rules;

    /** By the rules. */
    public Answers(AccessRules rules) {
        this.rules = rules;
    }

    /** A request that failed on its way; the others are left to whoever comes next. */
    @Override
    public void handle(RoutingContext context) {
        if (context.response().ended() || context.response().headWritten()) {
            context.next();
        } else if (context.failure() instanceof ForbiddenException) {
            say(context, FORBIDDEN, "your role may read, not change: this takes the role operator");
        } else if (context.failure() instanceof AuthenticationFailedException) {
            unauthorized(context, rules);
        } else if (context.statusCode() == TOO_LARGE) {
            tooLarge(context);
        } else {
            context.next();
        }
    }

    /** Nobody known asks. */
    static void unauthorized(RoutingContext context, AccessRules rules) {
        context.response().putHeader("WWW-Authenticate", "Bearer realm=\"limen\"");
        say(context, UNAUTHORIZED, wayIn(CallerMapper.of(context.request()), rules));
    }

    private static String wayIn(Caller caller, AccessRules rules) {
        if (rules.open().reading() && !rules.names().areCalledBy(caller)) {
            return "reading is open to those who call this service by one of its names (limen.access.hosts)";
        }
        return rules.areSet()
                ? "an access token is needed, as Authorization: Bearer"
                : "no access is set up, so only callers on this machine are answered (limen.access)";
    }

    static void tooLarge(RoutingContext context) {
        context.response().putHeader("Connection", "close");
        say(context, TOO_LARGE, "the body is too large");
    }

    static void tooMany(RoutingContext context, long retryAfterSeconds) {
        context.response().putHeader("Retry-After", Long.toString(retryAfterSeconds));
        say(context, TOO_MANY, "too many changes at once: try again in " + retryAfterSeconds + " s");
    }

    private static void say(RoutingContext context, int status, String message) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(Json.encode(new Problem(message)));
    }
}
