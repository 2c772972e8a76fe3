package io.limen.aggregator.adapter.dashboard.alerts;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PermissionTest {

    private final Permission open = new Permission(Optional.empty());
    private final Permission closed = new Permission(Optional.of("secret"));

    private static Caller caller(String address, String host, String origin) {
        return new Caller(
                Optional.empty(), Optional.of(address), Optional.of(host), Optional.ofNullable(origin), false);
    }

    private static Caller showing(String authorization) {
        return new Caller(
                Optional.of(authorization), Optional.of("10.1.2.3"), Optional.of("limen"), Optional.empty(), true);
    }

    @Test
    void withoutATokenOnlyThisMachineMay() {
        assertTrue(open.allows(caller("127.0.0.1", "localhost:8080", null)));
        assertTrue(open.allows(caller("127.0.0.1", "127.0.0.1:8080", "http://127.0.0.1:8080")));
        assertTrue(open.allows(caller("::1", "[::1]:8080", null)));
        assertFalse(open.allows(caller("10.1.2.3", "localhost:8080", null)));
        assertFalse(open.allows(showing("Bearer anything")));
    }

    @Test
    void aPageOfAnotherSiteMayNot() {
        assertFalse(open.allows(caller("127.0.0.1", "localhost:8080", "https://elsewhere.example")));
        assertFalse(open.allows(caller("127.0.0.1", "rebound.example:8080", "http://rebound.example:8080")));
        assertFalse(open.allows(caller("127.0.0.1", "localhost:8080", "null")));
    }

    @Test
    void whoComesThroughAProxyMayNot() {
        assertFalse(open.allows(new Caller(
                Optional.empty(), Optional.of("127.0.0.1"), Optional.of("localhost"), Optional.empty(), true)));
    }

    @Test
    void withATokenOnlyWhoShowsItMay() {
        assertTrue(closed.allows(showing("Bearer secret")));
        assertFalse(closed.allows(showing("Bearer secre")));
        assertFalse(closed.allows(showing("secret")));
        assertFalse(closed.allows(caller("127.0.0.1", "localhost:8080", null)));
    }
}
