package io.limen.schemas.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallerTest {

    private static boolean calls(String address, String host, String origin) {
        return new Caller(Optional.of(address), Optional.of(host), Optional.ofNullable(origin), false)
                .isOnThisMachine();
    }

    @Test
    void aCallerOnThisMachineIsKnown() {
        assertTrue(calls("127.0.0.1", "localhost:8080", null));
        assertTrue(calls("127.0.0.1", "127.0.0.1:8080", "http://127.0.0.1:8080"));
        assertTrue(calls("::1", "[::1]:8080", null));
        assertFalse(calls("10.1.2.3", "localhost:8080", null));
    }

    @Test
    void aPageOfAnotherSiteIsNot() {
        assertFalse(calls("127.0.0.1", "localhost:8080", "https://elsewhere.example"));
        assertFalse(calls("127.0.0.1", "rebound.example:8080", "http://rebound.example:8080"));
        assertFalse(calls("127.0.0.1", "localhost:8080", "null"));
    }

    @Test
    void whoHasNoAddressIsNot() {
        assertFalse(new Caller(Optional.empty(), Optional.of("localhost"), Optional.empty(), false).isOnThisMachine());
    }

    @Test
    void whoComesThroughAProxyIsNot() {
        assertFalse(new Caller(Optional.of("127.0.0.1"), Optional.of("localhost"), Optional.empty(), true)
                .isOnThisMachine());
    }
}
