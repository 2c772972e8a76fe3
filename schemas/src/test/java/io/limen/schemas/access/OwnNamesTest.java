package io.limen.schemas.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnNamesTest {

    private static boolean called(OwnNames names, String host) {
        return names.areCalledBy(
                new Caller(Optional.of("10.1.2.3"), Optional.ofNullable(host), Optional.empty(), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "LOCALHOST:8080", "limen.example", "127.0.0.1:8080", "192.0.2.7", "[::1]:8080"})
    void anAddressAndTheNamesThatItListensAtAreItsOwn(String host) {
        assertTrue(called(OwnNames.of(Optional.empty(), "limen.example"), host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rebound.example:8080",
                "localhost.rebound.example",
                "127.0.0.1.rebound.example",
                "10.1.2.3:8080.rebound.example",
                "[::1].rebound.example",
                "localhost.",
                ""
            })
    void anyOtherNameIsNot(String host) {
        assertFalse(called(OwnNames.of(Optional.empty(), "0.0.0.0"), host));
    }

    @Test
    void whoCallsByNoNameIsNot() {
        assertFalse(called(OwnNames.of(Optional.empty(), "localhost"), null));
    }

    @Test
    void namesThatAreToldTakeThePlaceOfTheOthers() {
        OwnNames names = OwnNames.of(Optional.of(Set.of("Limen.Example ", "")), "internal");
        assertEquals(Set.of("limen.example"), names.names());
        assertTrue(called(names, "limen.example:443"));
        assertFalse(called(names, "internal"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limen.example:8080", "https://limen.example", "limen.example/page"})
    void aNameHasNoPortAndNoPath(String name) {
        assertThrows(IllegalArgumentException.class, () -> new OwnNames(Set.of(name)));
    }
}
