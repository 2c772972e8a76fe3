package io.limen.aggregator.adapter.dashboard.access;

import io.limen.schemas.access.OwnNames;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may do what. Whatever is not open by name needs a role, so that an endpoint that somebody adds is closed until it is
 * opened here.
 *
 * @param tokens shared by those who hold a role
 * @param oidc names of the roles in OIDC tokens; empty when none are taken
 * @param open what needs no role
 * @param names what callers without a token must call this service by to be taken for readers
 */
public record AccessRules(AccessTokens tokens, Optional<OidcRoles> oidc, Openings open, OwnNames names) {

    /** Attribute of an identity that this service made itself: its role. */
    static final String ROLE = "limen.role";

    /** The page and what it is made of: nothing that anybody has measured. */
    private static final Set<String> PAGE = Set.of("/", "/index.html");

    private static final String PARTS_OF_THE_PAGE = "/dashboard/";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /**
     * Names of the roles in OIDC tokens.
     *
     * @param viewer may read
     * @param operator may read and change
     */
    public record OidcRoles(String viewer, String operator) {}

    /**
     * What needs no role.
     *
     * @param health whether probes need none
     * @param metrics whether the collector of metrics needs none
     * @param reading whether everybody who reaches the port may read
     */
    public record Openings(boolean health, boolean metrics, boolean reading) {}

    /** Whether anybody can show who they are; otherwise only callers on this machine are served. */
    public boolean areSet() {
        return tokens.areSet() || oidc.isPresent();
    }

    /** The role that a request needs, by its method and its path with dots and escapes resolved. */
    Role needed(String method, String path) {
        if (!isReading(method)) {
            return Role.OPERATOR;
        }
        return isOpen(path) ? Role.NONE : Role.VIEWER;
    }

    static boolean isReading(String method) {
        return READING.contains(method);
    }

    private boolean isOpen(String path) {
        return PAGE.contains(path)
                || path.startsWith(PARTS_OF_THE_PAGE)
                || open.health() && isAt("/q/health", path)
                || open.metrics() && isAt("/q/metrics", path);
    }

    private static boolean isAt(String root, String path) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    /** What somebody may do. */
    Role of(SecurityIdentity identity) {
        if (identity.getAttribute(ROLE) instanceof Role own) {
            return own;
        }
        return oidc.flatMap(names -> named(identity, names)).orElse(Role.NONE);
    }

    private static Optional<Role> named(SecurityIdentity identity, OidcRoles names) {
        return Stream.of(Role.OPERATOR, Role.VIEWER)
                .filter(role -> identity.hasRole(role == Role.OPERATOR ? names.operator() : names.viewer()))
                .findFirst();
    }
}
