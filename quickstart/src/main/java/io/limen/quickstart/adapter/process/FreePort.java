package io.limen.quickstart.adapter.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on loopback that nobody listens on. Another process may take one before it is used: use it at once. */
public final class FreePort {

    private static final int LAST = 65_535;

    private FreePort() {}

    /** The wanted port, or the next one above it that is free. */
    public static int atOrAbove(int wanted) {
        for (int port = wanted; port <= LAST; port++) {
            if (free(port)) {
                return port;
            }
        }
        return any();
    }

    /** Any free port. */
    public static int any() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // a port in TIME_WAIT is free
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
