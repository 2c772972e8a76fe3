package io.limen.schemas.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where a request comes from.
 *
 * @param address the other end of the connection
 * @param host what the caller takes this for: name and port
 * @param origin the page that calls, where a browser does
 * @param forwarded whether somebody in between says so
 */
public record Caller(Optional<String> address, Optional<String> host, Optional<String> origin, boolean forwarded) {

    /** Headers by which somebody in between says so. */
    public static final Set<String> FORWARDING =
            Set.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via", "X-Real-IP");

    private static final Set<String> NAMES_OF_THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public Caller {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(origin, "origin");
    }

    /**
     * Whether it is on this machine, calls it by a name of this machine (a page of another site that has its own name lead
     * here does not) and not through a proxy. A proxy on this machine that does not say that it is one makes everybody a
     * caller on this machine: set an access token behind it.
     */
    public boolean isOnThisMachine() {
        boolean named = host.map(name -> name.replaceFirst(":[0-9]+$", ""))
                .filter(NAMES_OF_THIS_MACHINE::contains)
                .isPresent();
        return named
                && isOwnPage()
                && !forwarded
                && address.filter(Caller::isLoopback).isPresent();
    }

    /** Whether no page calls, or one that came from here. */
    private boolean isOwnPage() {
        return origin.isEmpty()
                || origin.equals(host.map(name -> "http://" + name))
                || origin.equals(host.map(name -> "https://" + name));
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
