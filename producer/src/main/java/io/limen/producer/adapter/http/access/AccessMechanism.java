package io.limen.producer.adapter.http.access;

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
 * Tells by the shared token, or by the machine they call from, who calls. Comes before OIDC: a token that is not the shared
 * one is left to it where it is set up.
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
        if (!rules.areSet()) {
            return isProgramOfThisMachine(CallerMapper.of(context.request())) ? identity("this-machine") : nobody();
        }
        Optional<String> shown = shown(context);
        if (shown.isEmpty()) {
            return nobody();
        }
        if (rules.token().filter(token -> token.isShownBy(shown.get())).isPresent()) {
            return identity("publisher-token");
        }
        return rules.oidcRole().isPresent() ? nobody() : Uni.createFrom().failure(new AuthenticationFailedException());
    }

    /** Cases come from programs: no page brings any, not even one from here. */
    private static boolean isProgramOfThisMachine(Caller caller) {
        return caller.isOnThisMachine() && caller.origin().isEmpty();
    }

    private static Optional<String> shown(RoutingContext context) {
        return Optional.ofNullable(context.request().getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    private static Uni<SecurityIdentity> nobody() {
        return Uni.createFrom().nullItem();
    }

    private static Uni<SecurityIdentity> identity(String who) {
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal(who))
                        .addAttribute(AccessRules.PUBLISHER, true)
                        .build());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(UNAUTHORIZED, "WWW-Authenticate", "Bearer realm=\"limen\""));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        Refusals.unauthorized(context, rules);
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
