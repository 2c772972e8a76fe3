package io.limen.aggregator.adapter.dashboard.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Holds every request to the rules, whatever it is routed to. */
public final class AccessPolicy implements HttpSecurityPolicy {

    private final AccessRules rules;

    /** By the rules. */
    public AccessPolicy(AccessRules rules) {
        this.rules = rules;
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext requestContext) {
        Role needed = rules.needed(request.request().method().name(), request.normalizedPath());
        if (needed == Role.NONE) {
            return CheckResult.permit();
        }
        return identity.map(caller -> rules.of(caller).covers(needed) ? CheckResult.PERMIT : CheckResult.DENY);
    }
}
