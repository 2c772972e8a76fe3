package io.limen.producer.adapter.http.access;

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
        return rules.areOpenAt(request.normalizedPath(), CallerMapper.of(request.request()))
                ? CheckResult.permit()
                : identity.map(caller -> rules.allow(caller) ? CheckResult.PERMIT : CheckResult.DENY);
    }
}
