package io.limen.explainer.adapter.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a request comes from.
 *
 * @param address the other end of the connection
 * @param host what the caller takes this for: name and port
 * @param forwarded whether somebody in between says so
 * @param authorization the header of that name
 */
record Caller(Optional<String> address, Optional<String> host, boolean forwarded, Optional<String> authorization) {

    private static final Set<String> ADDRESSES = Set.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1");
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    static Caller of(HttpServerRequest request) {
        return new Caller(
                Optional.ofNullable(request.remoteAddress()).map(SocketAddress::hostAddress),
                // HTTP/2 has no header of that name
                header(request, "Host")
                        .or(() -> Optional.ofNullable(request.authority()).map(HostAndPort::toString)),
                Stream.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via", "X-Real-IP")
                        .anyMatch(name -> request.getHeader(name) != null),
                header(request, "Authorization"));
    }

    private static Optional<String> header(HttpServerRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    /** Whether it is on this machine and calls it by a name of it: a page of another site that has its name lead here does not. */
    boolean isOnThisMachine() {
        return !forwarded
                && address.filter(ADDRESSES::contains).isPresent()
                && host.map(name -> name.replaceFirst(":[0-9]+$", ""))
                        .filter(NAMES::contains)
                        .isPresent();
    }
}
