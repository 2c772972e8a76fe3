package io.limen.schemas.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OidcIssuerTest {

    private static final Optional<String> AUDIENCE = Optional.of("limen");

    @ParameterizedTest
    @ValueSource(strings = {"https://id.example/realms/house", "http://localhost:8180", "http://[::1]:1/x"})
    void issuersWhoseKeysNobodyElseCanChangeAreTaken(String address) {
        assertEquals(
                Optional.of(new OidcIssuer(URI.create(address), "limen")),
                OidcIssuer.of(Optional.of(URI.create(address)), AUDIENCE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.example",
                "https://me:pass-word@id.example",
                "https://me:pass-word@id.example:port/x",
                "ftp://localhost",
                "id.example",
                "https:id.example"
            })
    void anyOtherIsRefusedWithoutASecretInTheLine(String address) {
        var fault = assertThrows(
                IllegalArgumentException.class, () -> OidcIssuer.of(Optional.of(URI.create(address)), AUDIENCE));

        assertFalse(fault.getMessage().contains("pass-word"), fault::getMessage);
    }

    @Test
    void tokensForOthersAreNotTakenForWantOfAName() {
        Optional<URI> issuer = Optional.of(URI.create("https://id.example"));

        assertThrows(IllegalArgumentException.class, () -> OidcIssuer.of(issuer, Optional.of(" ")));
        assertThrows(IllegalArgumentException.class, () -> OidcIssuer.of(issuer, Optional.empty()));
        assertEquals(Optional.empty(), OidcIssuer.of(Optional.empty(), Optional.empty()));
    }
}
