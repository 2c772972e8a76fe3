package io.limen.schemas.access;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Whose OIDC tokens are taken.
 *
 * @param address where its keys are: https, or http on this machine
 * @param audience whom a token must be meant for; not blank
 */
public record OidcIssuer(URI address, String audience) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Checks both; the message begins with the last part of the setting's name and quotes nothing that may be secret. */
    public OidcIssuer {
        Objects.requireNonNull(audience, "audience");
        // what is no host with an optional port is no user information to java.net.URI, but may hold some
        if (address.getHost() == null || address.getRawUserInfo() != null) {
            throw new IllegalArgumentException("issuer must be https://HOST/..., without a name or password");
        }
        boolean local = "http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost());
        if (!local && !"https".equals(address.getScheme())) {
            throw new IllegalArgumentException("issuer must begin with https://, or its keys could be anybody's");
        }
        if (audience.isBlank()) {
            throw new IllegalArgumentException(
                    "audience must be set, or tokens meant for other services would be taken");
        }
    }

    /** As it is configured; empty where no issuer is. */
    public static Optional<OidcIssuer> of(Optional<URI> address, Optional<String> audience) {
        return address.map(issuer -> new OidcIssuer(issuer, audience.orElse("")));
    }
}
