package io.limen.explainer.application.stream;

/** Where a case's image is. */
public sealed interface ImageSource {

    /**
     * The image by value.
     *
     * @param encoded a PNG or JPEG file, not copied
     */
    record Inline(byte[] encoded) implements ImageSource {}

    /**
     * The image by reference.
     *
     * @param uri inside a store that the service was given
     * @param sha256 of the file, 64 lower-case hexadecimal digits
     */
    record Reference(String uri, String sha256) implements ImageSource {}
}
