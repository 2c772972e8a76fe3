package io.limen.aggregator.adapter.dashboard.access;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a request comes from.
 *
 * @param address the other end of the connection
 * @param host what the caller takes this for: name and port
 * @param origin the page that calls, where a browser does
 * @param forwarded whether somebody in between says so
 */
record Caller(Optional<String> address, Optional<String> host, Optional<String> origin, boolean forwarded) {

    static Caller of(HttpServerRequest request) {
        return new Caller(
                Optional.ofNullable(request.remoteAddress()).map(SocketAddress::hostAddress),
                // HTTP/2 has no header of that name
                header(request, "Host")
                        .or(() -> Optional.ofNullable(request.authority()).map(HostAndPort::toString)),
                header(request, "Origin"),
                Stream.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via", "X-Real-IP")
                        .anyMatch(name -> request.getHeader(name) != null));
    }

    private static Optional<String> header(HttpServerRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name));
    }
}
