package io.limen.explainer.application.stream;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Why a case was not explained.
 *
 * @param outcome skipped, failed, or not drawn
 * @param reason one line of at most 500 printable characters; what is beyond is cut, what is not printable replaced
 * @param inclusionProbability the probability with which a case that was not drawn would have been explained; empty for any other
 */
public record Rejection(Outcome outcome, String reason, OptionalDouble inclusionProbability) {

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

    /** Without a lot. */
    public Rejection(Outcome outcome, String reason) {
        this(outcome, reason, OptionalDouble.empty());
    }

    /** More cases wait than can be explained, and the lot was not for this one. */
    public static Rejection sampledOut(double inclusionProbability) {
        return new Rejection(
                Outcome.SAMPLED_OUT,
                String.format(
                        Locale.ROOT,
                        "sampled out: more cases come than can be explained, this one with a probability of %.4g",
                        inclusionProbability),
                OptionalDouble.of(inclusionProbability));
    }

    /** The case could not be explained. */
    public static Rejection failed(String reason) {
        return new Rejection(Outcome.FAILED, reason);
    }

    /** A bug of ours: what it is goes to the log, and nothing of it, which may tell of the case, to the stream. */
    public static Rejection internalError() {
        return failed("internal error of the explainer");
    }

    /** Whether there was nothing to explain or it went wrong. */
    public enum Outcome {
        /** Nothing to explain. */
        SKIPPED("skipped"),
        /** Could not be explained. */
        FAILED("failed"),
        /** Given up under overload, by lot. */
        SAMPLED_OUT("sampled-out");

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
