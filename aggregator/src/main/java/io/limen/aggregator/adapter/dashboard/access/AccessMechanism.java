package io.limen.aggregator.adapter.dashboard.access;

import io.limen.schemas.access.Caller;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;

/**
 * Tells by a shared token, or by the machine they call from, who calls. Comes before OIDC: a token that is none of the shared
 * ones is left to it where it is set up.
 */
public final class AccessMechanism implements HttpAuthenticationMechanism {

    private static final String SCHEME = "Bearer ";
    private static final int UNAUTHORIZED = 401;

    private final AccessRules rules;

    /** By the rules. */
    public AccessMechanism(AccessRules rules) {
        this.rules = rules;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        Optional<String> shown = rules.areSet() ? shown(context) : Optional.empty();
        if (shown.isPresent()) {
            return known(shown.get());
        }
        Caller caller = CallerMapper.of(context.request());
        if (!rules.areSet() && caller.isOnThisMachine()) {
            return identity("this-machine", Role.OPERATOR);
        }
        return rules.open().reading() && rules.names().areCalledBy(caller)
                ? identity("everybody", Role.VIEWER)
                : Uni.createFrom().nullItem();
    }

    private Uni<SecurityIdentity> known(String shown) {
        return switch (rules.tokens().roleOf(shown)) {
            case OPERATOR -> identity("operator-token", Role.OPERATOR);
            case VIEWER -> identity("viewer-token", Role.VIEWER);
            case NONE ->
                rules.oidc().isPresent()
                        ? Uni.createFrom().nullItem()
                        : Uni.createFrom().failure(new AuthenticationFailedException());
        };
    }

    private static Optional<String> shown(RoutingContext context) {
        return Optional.ofNullable(context.request().getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    private static Uni<SecurityIdentity> identity(String who, Role role) {
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal(who))
                        .addAttribute(AccessRules.ROLE, role)
                        .build());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(UNAUTHORIZED, "WWW-Authenticate", "Bearer realm=\"limen\""));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        Answers.unauthorized(context, rules);
        return Uni.createFrom().item(true);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 100;
    }
}
