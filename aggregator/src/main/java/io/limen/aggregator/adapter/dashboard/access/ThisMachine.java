package io.limen.aggregator.adapter.dashboard.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;

/**
 * Callers on this machine, who call it by a name of this machine (a page of another site that has its own name lead here does
 * not) and not through a proxy. A proxy on this machine that does not say that it is one makes everybody a caller on this
 * machine: set an access token behind it.
 */
final class ThisMachine {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private ThisMachine() {}

    static boolean calls(Caller caller) {
        boolean named = caller.host()
                .map(host -> host.replaceFirst(":[0-9]+$", ""))
                .filter(NAMES::contains)
                .isPresent();
        boolean ownPage = caller.origin().isEmpty()
                || caller.origin().equals(caller.host().map(host -> "http://" + host))
                || caller.origin().equals(caller.host().map(host -> "https://" + host));
        return named
                && ownPage
                && !caller.forwarded()
                && caller.address().filter(ThisMachine::isLoopback).isPresent();
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
