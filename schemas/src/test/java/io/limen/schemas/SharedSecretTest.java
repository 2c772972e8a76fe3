package io.limen.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.schemas.SharedSecret.UnusableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedSecretTest {

    private static final String SECRET = "0123456789abcdef";
    private static final String VARIABLE = "SOME_TOKEN";

    @TempDir
    private Path folder;

    private Optional<SharedSecret> ofFile(String content) throws IOException, UnusableException {
        Path file = Files.writeString(folder.resolve("token"), content);
        return SharedSecret.of(Optional.of(file), VARIABLE, Map.of());
    }

    private static Optional<SharedSecret> ofVariable(String content) throws UnusableException {
        return SharedSecret.of(Optional.empty(), VARIABLE, Map.of(VARIABLE, content));
    }

    @Test
    void theSecretOfAFileIsShownWithoutItsLineBreak() throws Exception {
        SharedSecret secret = ofFile(SECRET + "\n").orElseThrow();

        assertTrue(secret.isShownBy(SECRET));
        assertFalse(secret.isShownBy(SECRET + "0"));
        assertFalse(secret.isShownBy(SECRET.substring(1)));
        assertFalse(secret.isShownBy(""));
    }

    @Test
    void theSecretOfAVariableIsTheSame() throws Exception {
        assertTrue(ofVariable(SECRET).orElseThrow().isThatOf(ofFile(SECRET).orElseThrow()));
    }

    @Test
    void withoutEitherThereIsNone() throws Exception {
        assertEquals(Optional.empty(), SharedSecret.of(Optional.empty(), VARIABLE, Map.of()));
        assertEquals(Optional.empty(), ofVariable(""));
    }

    @Test
    void twoSourcesAreOneTooMany() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), SECRET);

        String line = assertThrows(
                        UnusableException.class,
                        () -> SharedSecret.of(Optional.of(file), VARIABLE, Map.of(VARIABLE, SECRET)))
                .getMessage();

        assertTrue(line.contains("one of them"), line);
        assertFalse(line.contains(SECRET), line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "two words are no token",
                "two\nlines are no token",
                "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9"
            })
    void whatIsNoSecretIsRefusedInALineWithoutIt(String content) {
        String line =
                assertThrows(UnusableException.class, () -> ofVariable(content)).getMessage();

        assertTrue(line.startsWith(VARIABLE + " must hold"), line);
        assertFalse(line.contains(content), line);
    }

    @Test
    void aFileThatIsTooLargeOrNotThereIsRefused() {
        assertThrows(UnusableException.class, () -> ofFile("x".repeat(20_000)));
        assertThrows(
                UnusableException.class,
                () -> SharedSecret.of(Optional.of(folder.resolve("none")), VARIABLE, Map.of()));
    }

    @Test
    void aSecretPrintsNothingOfItself() throws Exception {
        assertEquals("a secret", ofVariable(SECRET).orElseThrow().toString());
    }
}
