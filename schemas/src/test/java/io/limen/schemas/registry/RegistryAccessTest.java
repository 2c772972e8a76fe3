package io.limen.schemas.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.schemas.registry.RegistryAccess.UnusableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryAccessTest {

    @TempDir
    Path folder;

    private static String refused(String url, Path file) {
        return assertThrows(
                        UnusableException.class,
                        () -> RegistryAccess.of(Optional.ofNullable(url), Optional.ofNullable(file)))
                .getMessage();
    }

    @Test
    void unsetIsNone() throws UnusableException {
        assertEquals(Optional.empty(), RegistryAccess.of(Optional.empty(), Optional.empty()));
    }

    @Test
    void slashesAtTheEndAreNoPartOfTheAddress() throws UnusableException {
        assertEquals(
                "https://apicurio:8443/apis/ccompat/v7",
                RegistryAccess.of(Optional.of(" https://apicurio:8443/apis/ccompat/v7// "), Optional.empty())
                        .orElseThrow()
                        .address());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "registry:8081",
                "ftp://registry",
                "http://",
                "http://user:secret@registry:8081",
                "http://registry:8081/?secret=1",
                "http://registry:8081/#secret",
                "http://reg istry/secret"
            })
    void whatIsNoAddressIsToldWithoutRepeatingIt(String url) {
        String line = refused(url, null);

        assertTrue(line.startsWith("url must be http://HOST:PORT or https://HOST:PORT"), line);
        assertFalse(line.contains("secret"), line);
    }

    @Test
    void aFileThatHoldsNoLineIsToldWithoutRepeatingIt() throws Exception {
        Path file = folder.resolve("authorization");
        for (String text : new String[] {"", "Bearer secret\nX-Other: secret", "s\u00e9cret"}) {
            Files.writeString(file, text);
            assertEquals(
                    "authorization-file: " + file + " must hold one line, as \"Bearer ...\"",
                    refused("https://registry", file));
        }
        Files.writeString(file, "x".repeat(20_000));
        assertTrue(refused("https://registry", file).endsWith("is too large for a header"));
        assertTrue(refused("https://registry", folder).endsWith("can't be read as a text file"));
    }

    @Test
    void aSecretGoesOverNoOpenNetwork() throws Exception {
        Path file = Files.writeString(folder.resolve("authorization"), "Basic dTpw");

        assertEquals(
                "authorization-file goes with an https url only, or with one on this machine",
                refused("http://registry:8081", file));
        assertEquals("authorization-file is set and url is not", refused(null, file));
        RegistryAccess access = RegistryAccess.of(Optional.of("http://localhost:8081"), Optional.of(file))
                .orElseThrow();
        assertEquals(Optional.of("Basic dTpw"), access.authorization());
        assertEquals("http://localhost:8081", access.toString());
    }
}
