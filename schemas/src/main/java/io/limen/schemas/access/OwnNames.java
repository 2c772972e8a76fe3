package io.limen.schemas.access;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names that this service is called by. A page of another site that has its own name lead here (DNS rebinding) makes the
 * browsers of its readers call us by that name, and would be taken for one of them. An address is nobody's name: no page can have
 * it lead elsewhere.
 *
 * @param names in lower case, without a port
 */
public record OwnNames(Set<String> names) {

    private static final Pattern PORT = Pattern.compile(":[0-9]+$");
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]+]");

    /** Names in any case; a name with a port is none. */
    public OwnNames {
        names = names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        if (names.stream().anyMatch(name -> PORT.matcher(name).find() || name.contains("/"))) {
            throw new IllegalArgumentException("names without port and path, not " + String.join(", ", names));
        }
    }

    /** Whether a caller takes this service for itself. */
    public boolean areCalledBy(Caller caller) {
        return caller.host()
                .map(OwnNames::withoutPort)
                .filter(name -> names.contains(name) || ADDRESS.matcher(name).matches())
                .isPresent();
    }

    private static String withoutPort(String host) {
        return PORT.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT);
    }

    /** The names under which a listener is reached that is told nothing: of this machine, and the one that it listens at. */
    public static OwnNames of(Optional<Set<String>> told, String listensAt) {
        return told.map(OwnNames::new)
                .orElseGet(() -> new OwnNames(
                        // an address such as ::1 is let through whatever is listed, and is no name
                        listensAt.contains(":") || listensAt.equals("localhost")
                                ? Set.of("localhost")
                                : Set.of("localhost", listensAt)));
    }
}
