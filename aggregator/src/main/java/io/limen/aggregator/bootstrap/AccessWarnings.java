package io.limen.aggregator.bootstrap;

import io.limen.aggregator.adapter.dashboard.access.AccessRules;
import io.limen.schemas.access.Listener;
import java.util.List;
import java.util.stream.Stream;

/** What whoever deploys it should know before somebody else finds out. */
final class AccessWarnings {

    private AccessWarnings() {}

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
                        warning(rules.areSet() && listener.takesTokensInTheClear(), Listener.IN_THE_CLEAR))
                .flatMap(line -> line)
                .toList();
    }

    private static Stream<String> warning(boolean holds, String line) {
        return holds ? Stream.of(line) : Stream.empty();
    }
}
