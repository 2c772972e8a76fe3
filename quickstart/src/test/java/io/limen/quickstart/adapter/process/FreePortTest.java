package io.limen.quickstart.adapter.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortTest {

    @Test
    void wantedPortIsTakenWhenItIsFree() throws IOException {
        int free = FreePort.any();

        assertEquals(free, FreePort.atOrAbove(free));
    }

    @Test
    void portThatIsTakenOnLoopbackIsPassedOver() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertTrue(FreePort.atOrAbove(taken.getLocalPort()) > taken.getLocalPort());
        }
    }

    @Test
    void portThatIsTakenOnEveryAddressIsPassedOver() throws IOException {
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(0));

            assertTrue(FreePort.atOrAbove(taken.getLocalPort()) > taken.getLocalPort());
        }
    }
}
