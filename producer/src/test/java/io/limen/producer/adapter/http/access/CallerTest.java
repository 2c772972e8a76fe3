package io.limen.producer.adapter.http.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallerTest {

    private static Caller caller(String address, String host, boolean fromPage, boolean forwarded) {
        return new Caller(Optional.ofNullable(address), Optional.ofNullable(host), fromPage, forwarded);
    }

    @Test
    void loopbackByAnOwnNameIsThisMachine() {
        assertTrue(caller("127.0.0.1", "localhost:8080", false, false).isOnThisMachine());
        assertTrue(caller("0:0:0:0:0:0:0:1", "[::1]:8080", false, false).isOnThisMachine());
    }

    @Test
    void anotherMachineIsNot() {
        assertFalse(caller("10.0.0.7", "localhost", false, false).isOnThisMachine());
    }

    @Test
    void nameOfAnotherSiteThatLeadsHereIsNot() {
        assertFalse(caller("127.0.0.1", "evil.example", false, false).isOnThisMachine());
    }

    @Test
    void pageOfABrowserIsNot() {
        assertFalse(caller("127.0.0.1", "localhost", true, false).isOnThisMachine());
    }

    @Test
    void whoComesThroughAProxyIsNot() {
        assertFalse(caller("127.0.0.1", "localhost", false, true).isOnThisMachine());
    }

    @Test
    void whoHasNoAddressIsNot() {
        assertFalse(caller(null, "localhost", false, false).isOnThisMachine());
    }
}
