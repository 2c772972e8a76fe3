package io.limen.aggregator.adapter.dashboard.alerts;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Who may tell the watch something: with a token whoever shows it, without one only callers on this machine.
 *
 * @param token that callers show as {@code Authorization: Bearer}; empty when none was set
 */
public record Permission(Optional<String> token) {

    private static final String SCHEME = "Bearer ";

    /**
     * Whether the caller may.
     *
     * @param authorization the header; may be null
     * @param address the caller's address as the connection shows it; may be null
     */
    boolean allows(String authorization, String address) {
        return token.map(secret -> isShown(secret, authorization)).orElseGet(() -> isThisMachine(address));
    }

    private static boolean isShown(String secret, String authorization) {
        return authorization != null
                && authorization.startsWith(SCHEME)
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8),
                        authorization.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isThisMachine(String address) {
        try {
            return address != null && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
