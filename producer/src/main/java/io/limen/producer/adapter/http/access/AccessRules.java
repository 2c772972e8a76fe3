package io.limen.producer.adapter.http.access;

import io.limen.schemas.SharedSecret;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.Objects;
import java.util.Optional;

/**
 * Who may bring cases. Whatever is not open by name needs the role of publishers.
 *
 * @param token shared by all publishers
 * @param oidcRole name of the role in OIDC tokens; empty when none are taken
 * @param open what needs no role
 */
public record AccessRules(Optional<SharedSecret> token, Optional<String> oidcRole, Openings open) {

    /** The role of identities that this service made itself. */
    static final String PUBLISHER = "publisher";

    public AccessRules {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(oidcRole, "oidcRole");
        Objects.requireNonNull(open, "open");
    }

    /**
     * What needs no role.
     *
     * @param health whether probes need none
     * @param metrics whether the collector of metrics needs none
     * @param events whether payload loggers need none, which have no way to show a token
     */
    public record Openings(boolean health, boolean metrics, boolean events) {}

    /** Whether anybody can show who they are; otherwise only callers on this machine are served. */
    public boolean areSet() {
        return token.isPresent() || oidcRole.isPresent();
    }

    boolean areOpenAt(String path) {
        return open.health() && isAt("/q/health", path)
                || open.metrics() && isAt("/q/metrics", path)
                || open.events() && path.equals("/events");
    }

    boolean allow(SecurityIdentity identity) {
        return identity.getAttribute(PUBLISHER) != null
                || oidcRole.filter(identity::hasRole).isPresent();
    }

    private static boolean isAt(String root, String path) {
        return path.equals(root) || path.startsWith(root + "/");
    }
}
