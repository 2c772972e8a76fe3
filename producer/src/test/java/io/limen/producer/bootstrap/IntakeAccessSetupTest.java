package io.limen.producer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.producer.adapter.http.access.AccessRules;
import io.limen.schemas.access.Listener;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeAccessSetupTest {

    private static final Listener EVERYWHERE = new Listener("0.0.0.0", "enabled");
    private static final Map<String, String> TOKEN = Map.of("LIMEN_PUBLISHER_TOKEN", "0123456789abcdef");

    private record Access(IntakeConfig.Oidc oidc, Optional<Set<String>> hosts, boolean openEvents)
            implements IntakeConfig.Access {

        @Override
        public Optional<Path> publisherTokenFile() {
            return Optional.empty();
        }

        @Override
        public boolean openHealth() {
            return true;
        }

        @Override
        public boolean openMetrics() {
            return false;
        }
    }

    private record Oidc(Optional<URI> issuer, Optional<String> audience) implements IntakeConfig.Oidc {

        @Override
        public Optional<String> rolesClaim() {
            return Optional.empty();
        }

        @Override
        public String publisherRole() {
            return "publisher";
        }
    }

    private static final Oidc NO_ISSUER = new Oidc(Optional.empty(), Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "https://me:pass-word@id.example, limen, issuer must be https",
        "http://id.example, limen, issuer must begin with https",
        "https://id.example, , audience must be set"
    })
    void anIssuerThatIsNotSoundIsOneLineWithoutItsSecret(String issuer, String audience, String line) {
        Access access = new Access(
                new Oidc(Optional.of(URI.create(issuer)), Optional.ofNullable(audience)), Optional.empty(), false);

        var fault = assertThrows(ConfigurationException.class, () -> IntakeAccess.rules(access, Map.of(), "localhost"));

        assertTrue(fault.getMessage().startsWith("limen.access.oidc." + line), fault.getMessage());
        assertFalse(fault.getMessage().contains("pass-word"), fault.getMessage());
    }

    @Test
    void aNameWithAPortIsOneLine() {
        Access access = new Access(NO_ISSUER, Optional.of(Set.of("intake:8080")), false);

        var fault = assertThrows(ConfigurationException.class, () -> IntakeAccess.rules(access, Map.of(), "localhost"));

        assertEquals("limen.access.hosts must hold names without port and path, not intake:8080", fault.getMessage());
    }

    @Test
    void whoeverDeploysItIsToldWhatOthersReach() {
        AccessRules nothing = rules(false, Map.of());
        AccessRules token = rules(false, TOKEN);
        AccessRules events = rules(true, TOKEN);

        assertTrue(only(IntakeWarnings.of(nothing, EVERYWHERE)).contains("no access is set up"));
        assertEquals(List.of(Listener.IN_THE_CLEAR), IntakeWarnings.of(token, EVERYWHERE));
        assertEquals(List.of(), IntakeWarnings.of(token, new Listener("0.0.0.0", "DISABLED")));
        assertEquals(List.of(), IntakeWarnings.of(token, new Listener("localhost", "enabled")));
        assertEquals(2, IntakeWarnings.of(events, EVERYWHERE).size());
    }

    private static AccessRules rules(boolean openEvents, Map<String, String> environment) {
        return IntakeAccess.rules(new Access(NO_ISSUER, Optional.empty(), openEvents), environment, "localhost");
    }

    private static String only(List<String> lines) {
        assertEquals(1, lines.size(), lines.toString());
        return lines.get(0);
    }
}
