package io.limen.schemas.access;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Where a port is, and what is spoken there.
 *
 * @param host name or address that it listens at
 * @param insecureRequests what Quarkus does with plain HTTP: enabled, redirect or disabled
 */
public record Listener(String host, String insecureRequests) {

    /** What to say where {@link #takesTokensInTheClear}. */
    public static final String IN_THE_CLEAR =
            "Tokens reach this port in the clear: let only what ends TLS before it reach it, or set"
                    + " quarkus.http.ssl.certificate.* and quarkus.http.insecure-requests=disabled";

    private static final Set<String> OF_THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    public Listener {
        Objects.requireNonNull(host, "host");
        insecureRequests = insecureRequests.toLowerCase(Locale.ROOT);
    }

    /** Whether only callers on this machine reach it. */
    public boolean isOfThisMachine() {
        return OF_THIS_MACHINE.contains(host);
    }

    /** Whether what callers show can be read on the way. */
    public boolean takesTokensInTheClear() {
        return !isOfThisMachine() && insecureRequests.equals("enabled");
    }
}
