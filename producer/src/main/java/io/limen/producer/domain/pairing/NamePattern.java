package io.limen.producer.domain.pairing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which files have a role. The key is what the groups of the expression hold, case left out.
 *
 * @param expression of the whole name, parts separated by {@code /}
 * @param role of a file with a key
 */
record NamePattern(Pattern expression, Function<String, Role> role) {

    static NamePattern image(String expression) {
        return of(expression, Role.Image::new);
    }

    static NamePattern mask(String expression) {
        return of(expression, key -> new Role.Mask(List.of(key)));
    }

    static NamePattern prediction(String expression) {
        return of(expression, key -> new Role.Prediction(List.of(key)));
    }

    static NamePattern companion(String what, String expression) {
        return of(expression, key -> new Role.Companion(what));
    }

    private static NamePattern of(String expression, Function<String, Role> role) {
        return new NamePattern(Pattern.compile(expression, Pattern.CASE_INSENSITIVE), role);
    }

    Optional<Role> roleOf(String fileName) {
        Matcher matcher = expression.matcher(fileName);
        return matcher.matches() ? Optional.of(role.apply(key(matcher))) : Optional.empty();
    }

    private static String key(Matcher matcher) {
        StringBuilder key = new StringBuilder();
        for (int group = 1; group <= matcher.groupCount(); group++) {
            key.append(matcher.group(group) == null ? "" : matcher.group(group)).append('\n');
        }
        return key.toString().toLowerCase(Locale.ROOT);
    }
}
