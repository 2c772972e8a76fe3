package io.limen.explainer.application.stream;

/**
 * Why a case was not explained.
 *
 * @param outcome skipped or failed
 * @param reason one line of at most 500 printable characters; what is beyond is cut, what is not printable replaced
 */
public record Rejection(Outcome outcome, String reason) {

    private static final int MAX_REASON_LENGTH = 500;

    public Rejection {
        String line = reason.codePoints()
                .limit(MAX_REASON_LENGTH)
                .map(point -> PlainText.isPlain(point) ? point : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        reason = line.isEmpty() ? "no reason given" : line;
    }

    /** The case could not be explained. */
    public static Rejection failed(String reason) {
        return new Rejection(Outcome.FAILED, reason);
    }

    /** Whether there was nothing to explain or it went wrong. */
    public enum Outcome {
        /** Nothing to explain. */
        SKIPPED("skipped"),
        /** Could not be explained. */
        FAILED("failed");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        /** The word in headers and metrics. */
        public String label() {
            return label;
        }
    }
}
