package io.limen.producer.adapter.http.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** What is answered to a request that does not come as far as a resource: a {@link Problem}, as everywhere. */
public final class Refusals implements Handler<RoutingContext> {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;

    private final AccessRules rules;

    /** By the rules. */
    public Refusals(AccessRules rules) {
        this.rules = rules;
    }

    /** A request that failed on its way; the others are left to whoever comes next. */
    @Override
    public void handle(RoutingContext context) {
        if (context.response().ended() || context.response().headWritten()) {
            context.next();
        } else if (context.failure() instanceof ForbiddenException) {
            say(context, FORBIDDEN, "your role may not bring cases: this takes the role of publishers");
        } else if (context.failure() instanceof AuthenticationFailedException) {
            unauthorized(context, rules);
        } else if (context.statusCode() == TOO_LARGE) {
            tooLarge(context);
        } else {
            context.next();
        }
    }

    static void unauthorized(RoutingContext context, AccessRules rules) {
        context.response().putHeader("WWW-Authenticate", "Bearer realm=\"limen\"");
        say(context, UNAUTHORIZED, wayIn(context, rules));
    }

    private static String wayIn(RoutingContext context, AccessRules rules) {
        if (rules.wouldTakeEventsByName(context.normalizedPath(), CallerMapper.of(context.request()))) {
            return "events are open to those who call this service by one of its names (limen.access.hosts)";
        }
        return rules.areSet()
                ? "an access token is needed, as Authorization: Bearer"
                : "no access is set up, so only callers on this machine are answered (limen.access)";
    }

    static void tooLarge(RoutingContext context) {
        context.response().putHeader("Connection", "close");
        say(context, TOO_LARGE, "the body is too large");
    }

    static void tooMany(RoutingContext context) {
        context.response().putHeader("Retry-After", "1");
        say(context, TOO_MANY, "as many cases as this intake works at are on their way: try again");
    }

    /** Whatever is still on its way here is read and dropped: who sends meanwhile sees the answer, not a broken pipe. */
    private static void say(RoutingContext context, int status, String message) {
        new Problem(message).answer(context.response(), status);
        if (!context.request().isEnded()) {
            context.request().resume();
        }
    }
}
