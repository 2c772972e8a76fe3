package io.limen.explainer.application.stream;

/** Text from a stream that may be shown on one line: in a log, in a header, in a table. */
final class PlainText {

    private PlainText() {}

    /**
     * Whether a character shows as itself: not one that ends a line, colours a terminal, turns the direction of writing round, or
     * is half of another.
     */
    static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
