package io.limen.producer.adapter.cli;

/** File names are input too: control characters in them must not reach a terminal. */
final class SafeText {

    private SafeText() {}

    static String of(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
