package io.limen.explainer.adapter.djl;

/** The one line of a libtorch error that says what went wrong; the rest is a trace through the model's code. */
final class EngineMessage {

    private static final String MARK = "RuntimeError:";
    private static final int MAX_LENGTH = 300;

    private EngineMessage() {}

    /** The line after the interpreter's mark, else the first line; at most 300 characters. */
    static String of(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        int mark = message.lastIndexOf(MARK);
        String line = (mark < 0 ? message : message.substring(mark + MARK.length()))
                .strip()
                .lines()
                .findFirst()
                .orElse(failure.getClass().getSimpleName());
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "...";
    }
}
