package io.limen.schemas.registry;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where a registry is and what it is shown. The secret comes from a file alone, for settings and command lines of a process can be
 * read by others; nothing prints it.
 */
public final class RegistryAccess {

    /** Settings that can't be used; the message is one line, without anything of an address or a secret. */
    public static final class UnusableException extends Exception {

        private static final long serialVersionUID = 1;

        UnusableException(String message) {
            super(message);
        }
    }

    /** What fits a request's headers with room to spare; tokens of OIDC providers take some thousand characters. */
    private static final int MOST_CHARACTERS = 8192;

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String address;
    private final Optional<String> authorization;

    private RegistryAccess(String address, Optional<String> authorization) {
        this.address = address;
        this.authorization = authorization;
    }

    /**
     * As it is set; empty when there is no address.
     *
     * @param url of the registry, as {@code http://registry:8081} or {@code http://apicurio:8080/apis/ccompat/v7}
     * @param authorization file whose line is the value of the header of that name, as {@code Bearer ...} or {@code Basic ...}
     * @throws UnusableException whose message begins with {@code url} or {@code authorization-file}
     */
    public static Optional<RegistryAccess> of(Optional<String> url, Optional<Path> authorization)
            throws UnusableException {
        if (url.isEmpty()) {
            if (authorization.isPresent()) {
                throw new UnusableException("authorization-file is set and url is not");
            }
            return Optional.empty();
        }
        URI address = address(url.get());
        Optional<String> secret =
                authorization.isPresent() ? Optional.of(secret(authorization.get())) : Optional.empty();
        if (secret.isPresent() && !address.getScheme().equals("https") && !THIS_MACHINE.contains(address.getHost())) {
            throw new UnusableException("authorization-file goes with an https url only, or with one on this machine");
        }
        return Optional.of(new RegistryAccess(address.toString().replaceAll("/+$", ""), secret));
    }

    /** A text that is no address is not repeated: it may hold a password. */
    private static URI address(String text) throws UnusableException {
        try {
            URI url = URI.create(text.strip());
            if (Set.of("http", "https").contains(String.valueOf(url.getScheme()))
                    && url.getHost() != null
                    && url.getUserInfo() == null
                    && url.getQuery() == null
                    && url.getFragment() == null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw unusable();
        }
        throw unusable();
    }

    private static UnusableException unusable() {
        return new UnusableException(
                "url must be http://HOST:PORT or https://HOST:PORT, with the path where the registry's"
                        + " subjects are if there is one, without a name or password");
    }

    private static String secret(Path file) throws UnusableException {
        String text;
        try {
            if (Files.size(file) > 2L * MOST_CHARACTERS) {
                throw new UnusableException("authorization-file: " + file + " is too large for a header");
            }
            text = Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UnusableException("authorization-file: " + file + " can't be read as a text file");
        }
        if (text.isEmpty()
                || text.length() > MOST_CHARACTERS
                || !text.chars().allMatch(character -> character >= ' ' && character < 0x7f)) {
            throw new UnusableException("authorization-file: " + file + " must hold one line, as \"Bearer ...\"");
        }
        return text;
    }

    /** Where it is, without a slash at the end. */
    String address() {
        return address;
    }

    /** Value of the header of that name. */
    Optional<String> authorization() {
        return authorization;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegistryAccess access
                && address.equals(access.address)
                && authorization.equals(access.authorization);
    }

    @Override
    public int hashCode() {
        return Objects.hash(address, authorization);
    }

    /** Where it is, and nothing of what it is shown. */
    @Override
    public String toString() {
        return address;
    }
}
