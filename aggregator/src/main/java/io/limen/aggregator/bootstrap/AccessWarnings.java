package io.limen.aggregator.bootstrap;

import io.limen.aggregator.adapter.dashboard.access.AccessRules;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What whoever deploys it should know before somebody else finds out. */
final class AccessWarnings {

    private static final Set<String> OF_THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    private AccessWarnings() {}

    /**
     * Where the port is, and what is spoken there.
     *
     * @param host name or address that it listens at
     * @param insecureRequests what Quarkus does with plain HTTP: enabled, redirect or disabled
     */
    record Listener(String host, String insecureRequests) {

        private boolean isOfThisMachine() {
            return OF_THIS_MACHINE.contains(host);
        }

        private boolean takesPlainRequests() {
            return insecureRequests.equals("enabled");
        }
    }

    /** One line each. */
    static List<String> of(AccessRules rules, Listener listener) {
        if (listener.isOfThisMachine()) {
            return List.of();
        }
        return Stream.of(
                        warning(
                                rules.open().reading(),
                                "Everybody who reaches this port and calls it by one of its names may read"
                                        + " (limen.access.open-reading)"),
                        warning(
                                !rules.open().reading() && !rules.areSet(),
                                "Other machines reach this port and are answered 401, for no access is set up:"
                                        + " set limen.access.operator-token-file or limen.access.oidc.issuer"),
                        warning(
                                rules.areSet() && listener.takesPlainRequests(),
                                "Tokens reach this port in the clear: let only what ends TLS before it reach it, or set"
                                        + " quarkus.http.ssl.certificate.* and quarkus.http.insecure-requests=disabled"))
                .flatMap(line -> line)
                .toList();
    }

    private static Stream<String> warning(boolean holds, String line) {
        return holds ? Stream.of(line) : Stream.empty();
    }
}
