package io.limen.producer.adapter.http.access;

import io.limen.schemas.access.Caller;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import java.util.Optional;

/** Who calls, as the server has it. */
final class CallerMapper {

    private CallerMapper() {}

    static Caller of(HttpServerRequest request) {
        return new Caller(
                Optional.ofNullable(request.remoteAddress()).map(SocketAddress::hostAddress),
                // HTTP/2 has no header of that name
                header(request, "Host")
                        .or(() -> Optional.ofNullable(request.authority()).map(HostAndPort::toString)),
                header(request, "Origin"),
                Caller.FORWARDING.stream().anyMatch(name -> request.getHeader(name) != null));
    }

    private static Optional<String> header(HttpServerRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name));
    }
}
