package io.limen.producer.adapter.http.access;

import io.limen.schemas.SharedSecret;
import io.limen.schemas.access.Caller;
import io.limen.schemas.access.OwnNames;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.Objects;
import java.util.Optional;

/**
 * Who may bring cases. Whatever is not open by name needs the role of publishers.
 *
 * @param token shared by all publishers
 * @param oidcRole name of the role in OIDC tokens; empty when none are taken
 * @param open what needs no role
 * @param names what callers without a token must call this service by
 */
public record AccessRules(Optional<SharedSecret> token, Optional<String> oidcRole, Openings open, OwnNames names) {

    /** The role of identities that this service made itself. */
    static final String PUBLISHER = "publisher";

    public AccessRules {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(oidcRole, "oidcRole");
        Objects.requireNonNull(open, "open");
        Objects.requireNonNull(names, "names");
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

    boolean areOpenAt(String path, Caller caller) {
        return open.health() && isAt("/q/health", path)
                || open.metrics() && isAt("/q/metrics", path)
                || path.equals("/events") && takeEventsOf(caller);
    }

    /**
     * Whether a payload logger brings them, or somebody who may be one. A browser's page is none: one of another site whose
     * name is made to lead here (DNS rebinding) calls this service by that name, or says where it came from.
     */
    private boolean takeEventsOf(Caller caller) {
        return open.events() && caller.origin().isEmpty() && names.areCalledBy(caller);
    }

    /** Whether a caller is refused for nothing but the name that it calls this service by. */
    boolean wouldTakeEventsByName(String path, Caller caller) {
        return open.events() && path.equals("/events") && !names.areCalledBy(caller);
    }

    boolean allow(SecurityIdentity identity) {
        return identity.getAttribute(PUBLISHER) != null
                || oidcRole.filter(identity::hasRole).isPresent();
    }

    private static boolean isAt(String root, String path) {
        return path.equals(root) || path.startsWith(root + "/");
    }
}
