package io.limen.producer.adapter.http.access;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a request comes from.
 *
 * @param address the other end of the connection
 * @param host what the caller takes this for: name and port
 * @param fromPage whether a browser's page calls; cases come from programs
 * @param forwarded whether somebody in between says so
 */
record Caller(Optional<String> address, Optional<String> host, boolean fromPage, boolean forwarded) {

    private static final Set<String> NAMES_OF_THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    static Caller of(HttpServerRequest request) {
        return new Caller(
                Optional.ofNullable(request.remoteAddress()).map(SocketAddress::hostAddress),
                // HTTP/2 has no header of that name
                Optional.ofNullable(request.getHeader("Host"))
                        .or(() -> Optional.ofNullable(request.authority()).map(HostAndPort::toString)),
                request.getHeader("Origin") != null,
                Stream.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via", "X-Real-IP")
                        .anyMatch(name -> request.getHeader(name) != null));
    }

    /**
     * Whether the caller is on this machine and calls it by one of its own names: a page of another site that has its name
     * lead here does not. A proxy on this machine that does not say that it is one makes everybody local.
     */
    boolean isOnThisMachine() {
        boolean named = host.map(name -> name.replaceFirst(":[0-9]+$", ""))
                .filter(NAMES_OF_THIS_MACHINE::contains)
                .isPresent();
        return named
                && !fromPage
                && !forwarded
                && address.filter(Caller::isLoopback).isPresent();
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
