package io.limen.aggregator.adapter.dashboard.alerts;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/**
 * Who may tell the watch something: with a token whoever shows it. Without one only callers on this machine, who call it by
 * a name of this machine (a page of another site that has its own name lead here does not) and not through a proxy. A
 * proxy on this machine that does not say that it is one makes everybody a caller on this machine: set a token behind it.
 *
 * @param token that callers show as {@code Authorization: Bearer}; empty when none was set
 */
public record Permission(Optional<String> token) {

    private static final String SCHEME = "Bearer ";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Whether the caller may. */
    boolean allows(Caller caller) {
        return token.map(secret -> isShown(secret, caller)).orElseGet(() -> isOnThisMachine(caller));
    }

    private static boolean isShown(String secret, Caller caller) {
        return caller.authorization()
                .filter(header -> header.startsWith(SCHEME))
                .map(header -> header.substring(SCHEME.length()))
                .filter(shown -> MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    private static boolean isOnThisMachine(Caller caller) {
        boolean named = caller.host()
                .map(host -> host.replaceFirst(":[0-9]+$", ""))
                .filter(THIS_MACHINE::contains)
                .isPresent();
        boolean ownPage = caller.origin().isEmpty()
                || caller.origin().equals(caller.host().map(host -> "http://" + host))
                || caller.origin().equals(caller.host().map(host -> "https://" + host));
        return named
                && ownPage
                && !caller.forwarded()
                && caller.address().filter(Permission::isLoopback).isPresent();
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
