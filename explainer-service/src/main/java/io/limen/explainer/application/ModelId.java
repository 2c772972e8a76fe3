package io.limen.explainer.application;

import java.util.regex.Pattern;

/**
 * Names one version of a model in a model repository.
 *
 * @param name letters, digits, dot, dash and underscore, at most 100, not starting with a dot: it becomes a folder's name
 * @param version as name
 */
public record ModelId(String name, String version) {

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");

    public ModelId {
        if (!SAFE.matcher(name).matches() || !SAFE.matcher(version).matches()) {
            throw new IllegalArgumentException("not a model's name and version: " + name + "@" + version);
        }
    }

    @Override
    public String toString() {
        return name + "@" + version;
    }
}
