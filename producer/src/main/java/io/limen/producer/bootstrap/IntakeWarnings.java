package io.limen.producer.bootstrap;

import io.limen.producer.adapter.http.access.AccessRules;
import io.limen.schemas.access.Listener;
import java.util.ArrayList;
import java.util.List;

/** What whoever deploys the intake should know before somebody else finds out. */
final class IntakeWarnings {

    private IntakeWarnings() {}

    /** One line each. */
    static List<String> of(AccessRules rules, Listener listener) {
        List<String> lines = new ArrayList<>();
        if (rules.open().events()) {
            lines.add(
                    "Everybody who reaches " + listener.host() + " and calls it by one of its names may bring events of"
                            + " model servers (limen.access.open-events)");
        }
        if (!rules.areSet() && !listener.isOfThisMachine()) {
            lines.add("Other machines reach this port and are answered 401, for no access is set up:"
                    + " set limen.access.publisher-token-file or limen.access.oidc.issuer");
        }
        if (rules.areSet() && listener.takesTokensInTheClear()) {
            lines.add(Listener.IN_THE_CLEAR);
        }
        return lines;
    }
}
