package io.limen.producer.domain.deployment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model of a model repository.
 *
 * @param name letters, digits, dot, dash and underscore, up to 100 characters
 * @param version as name
 */
public record ModelVersion(String name, String version) {

    /** Both become folder names in the repository, so nothing that a path gives a meaning to. */
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");

    private static final Pattern TEXT = Pattern.compile("([^@]*)@([^@]*)");

    public ModelVersion {
        if (!PART.matcher(name).matches() || !PART.matcher(version).matches()) {
            throw new IllegalArgumentException("not a model of the form NAME@VERSION: " + name + "@" + version);
        }
    }

    /**
     * Reads {@code name@version}.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static ModelVersion parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a model of the form NAME@VERSION: " + text);
        }
        return new ModelVersion(matcher.group(1), matcher.group(2));
    }

    @Override
    public String toString() {
        return name + "@" + version;
    }
}
