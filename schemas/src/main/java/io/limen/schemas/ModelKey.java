package io.limen.schemas;

/** The key {@code model@version} of attributions, statistics and alerts. */
public record ModelKey(String model, String version) {

    public ModelKey {
        if (model.isEmpty() || version.isEmpty() || model.contains("@")) {
            throw new IllegalArgumentException("ModelKey: " + model + "@" + version);
        }
    }

    /**
     * Reads {@code model@version}.
     *
     * @throws IllegalArgumentException if there is no {@code @}, or nothing on one side of it
     */
    public static ModelKey parse(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException("not of the form MODEL@VERSION: " + text);
        }
        return new ModelKey(text.substring(0, at), text.substring(at + 1));
    }

    @Override
    public String toString() {
        return model + "@" + version;
    }
}
