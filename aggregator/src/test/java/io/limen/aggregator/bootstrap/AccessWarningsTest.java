package io.limen.aggregator.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.adapter.dashboard.access.AccessRules;
import io.limen.aggregator.adapter.dashboard.access.AccessRules.OidcRoles;
import io.limen.aggregator.adapter.dashboard.access.AccessRules.Openings;
import io.limen.aggregator.adapter.dashboard.access.AccessTokens;
import io.limen.schemas.access.Listener;
import io.limen.schemas.access.OwnNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessWarningsTest {

    private static final Listener EVERYWHERE = new Listener("0.0.0.0", "enabled");

    private static AccessRules rules(boolean set, boolean openReading) {
        return new AccessRules(
                new AccessTokens(Optional.empty(), Optional.empty()),
                set ? Optional.of(new OidcRoles("viewer", "operator")) : Optional.empty(),
                new Openings(true, false, openReading),
                new OwnNames(Set.of("localhost")));
    }

    @Test
    void tokensThatTravelInTheClearAreOneLine() {
        List<String> lines = AccessWarnings.of(rules(true, false), EVERYWHERE);

        assertEquals(1, lines.size());
        assertTrue(lines.get(0).startsWith("Tokens reach this port in the clear"), lines.get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"disabled", "redirect"})
    void tokensThatAreEncryptedAreNone(String insecureRequests) {
        assertEquals(List.of(), AccessWarnings.of(rules(true, false), new Listener("0.0.0.0", insecureRequests)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "::1"})
    void onThisMachineNothingIsToBeSaid(String host) {
        for (boolean set : new boolean[] {true, false}) {
            assertEquals(List.of(), AccessWarnings.of(rules(set, true), new Listener(host, "enabled")));
        }
    }

    @Test
    void withoutTokensNothingIsSaidOfThem() {
        List<String> nobody = AccessWarnings.of(rules(false, false), EVERYWHERE);
        List<String> everybody = AccessWarnings.of(rules(false, true), EVERYWHERE);

        assertEquals(1, nobody.size());
        assertTrue(nobody.get(0).contains("no access is set up"), nobody.get(0));
        assertEquals(1, everybody.size());
        assertTrue(everybody.get(0).contains("open-reading"), everybody.get(0));
    }
}
