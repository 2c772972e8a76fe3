package io.limen.aggregator.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

class AccessSetupTest {

    private static final String HOST = "127.0.0.1";
    private static final String TOKEN = "0123456789abcdef";

    private record Access(Oidc oidc, boolean openReading) implements AggregatorConfig.Access {

        @Override
        public Optional<Path> viewerTokenFile() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> operatorTokenFile() {
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

        @Override
        public Optional<Set<String>> hosts() {
            return Optional.empty();
        }

        @Override
        public int writesPerMinute() {
            return 60;
        }

        @Override
        public int feedsPerClient() {
            return 20;
        }
    }

    private record Oidc(Optional<URI> issuer, Optional<String> audience, String viewerRole, String operatorRole)
            implements AggregatorConfig.Oidc {

        @Override
        public Optional<String> rolesClaim() {
            return Optional.empty();
        }
    }

    private static Oidc oidc(String issuer, String audience, String operatorRole) {
        return new Oidc(Optional.of(URI.create(issuer)), Optional.ofNullable(audience), "viewer", operatorRole);
    }

    private static final Access NOTHING =
            new Access(new Oidc(Optional.empty(), Optional.empty(), "viewer", "operator"), false);

    @Test
    void withoutAnythingNobodyCanShowWhoTheyAre() {
        assertFalse(AccessSetup.rules(NOTHING, Map.of(), HOST).areSet());
        assertFalse(AccessSetup.tenant(NOTHING.oidc()).tenantEnabled());
    }

    @Test
    void aTokenOfTheEnvironmentWillDo() {
        assertTrue(AccessSetup.rules(NOTHING, Map.of("LIMEN_OPERATOR_TOKEN", TOKEN), HOST)
                .areSet());
    }

    @Test
    void oneTokenForBothRolesIsAMistake() {
        String line = assertThrows(
                        ConfigurationException.class,
                        () -> AccessSetup.rules(
                                NOTHING, Map.of("LIMEN_OPERATOR_TOKEN", TOKEN, "LIMEN_VIEWER_TOKEN", TOKEN), HOST))
                .getMessage();
        assertEquals("limen.access: the tokens of viewers and operators are the same", line);
    }

    @Test
    void aTokenThatIsTooShortIsAMistakeThatDoesNotTellIt() {
        String line = assertThrows(
                        ConfigurationException.class,
                        () -> AccessSetup.rules(NOTHING, Map.of("LIMEN_VIEWER_TOKEN", "secret"), HOST))
                .getMessage();
        assertTrue(line.startsWith("limen.access.viewer-token-file: LIMEN_VIEWER_TOKEN must hold 16"), line);
        assertFalse(line.contains("secret"), line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "http://login.example/realm | limen | operator | limen.access.oidc.issuer must begin with https",
                "ftp://login.example | limen | operator | limen.access.oidc.issuer must begin with https",
                "https://ada:secret@login.example/realm | limen | operator | limen.access.oidc.issuer must be https://HOST",
                "https://ada:se@cret@login.example/realm | limen | operator | limen.access.oidc.issuer must be https://HOST",
                "login.example | limen | operator | limen.access.oidc.issuer must be https://HOST",
                "https://login.example/realm | none | operator | limen.access.oidc.audience must be set",
                "https://login.example/realm | limen | viewer | limen.access.oidc: the roles"
            })
    void aProviderThatCanNotBeTrustedIsAMistake(String issuer, String audience, String operatorRole, String line) {
        Access set = new Access(oidc(issuer, audience, operatorRole), false);
        String told = assertThrows(ConfigurationException.class, () -> AccessSetup.rules(set, Map.of(), HOST))
                .getMessage();
        assertTrue(told.startsWith(line), told);
        assertFalse(told.contains("ada"), told);
    }

    @Test
    void tokensOfAProviderMustBeMeantForThisService() {
        var tenant = AccessSetup.tenant(oidc("https://login.example/realm", "limen", "operator"));
        assertEquals(Optional.of(List.of("limen")), tenant.token().audience());
    }
}
