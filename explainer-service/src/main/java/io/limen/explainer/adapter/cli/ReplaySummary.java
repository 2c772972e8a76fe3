package io.limen.explainer.adapter.cli;

import io.limen.explainer.application.replay.Replay;
import io.limen.explainer.domain.replay.FieldDifference;
import io.limen.explainer.domain.replay.ReplayComparison;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What came of a replay, in a few lines for a person.
 *
 * @param replay what came of it
 * @param files what was written
 */
record ReplaySummary(Replay replay, List<Path> files) {

    /** Names of fields come from our schema; only those of maps' entries do not. */
    private static final int LONGEST_NAME = 80;

    void print(PrintWriter out) {
        ReplayComparison comparison = replay.comparison();
        line(out, "explanation", replay.recorded().id());
        line(
                out,
                "compared",
                String.format(
                        Locale.ROOT, "%,d values of %d fields, bit for bit", comparison.cells(), comparison.fields()));
        line(
                out,
                "result",
                comparison.identical()
                        ? "identical"
                        : "differs in " + comparison.differences().size() + " of " + comparison.fields() + " fields");
        comparison.differences().forEach(difference -> line(out, "differs", words(difference)));
        if (!comparison.identical()) {
            replay.circumstances().forEach(circumstance -> line(out, "perhaps", circumstance));
        }
        files.forEach(file -> line(out, "written", file.toString()));
        out.flush();
    }

    private static String words(FieldDifference difference) {
        StringBuilder words = new StringBuilder(name(difference.field())).append(": ");
        if (difference.isOfAnotherSize()) {
            words.append(String.format(
                    Locale.ROOT,
                    "%,d values recorded, %,d now; of those that both have ",
                    difference.recorded(),
                    difference.recomputed()));
        }
        words.append(String.format(
                Locale.ROOT,
                "%,d of %,d differ",
                difference.differing(),
                Math.min(difference.recorded(), difference.recomputed())));
        if (difference.differing() > difference.incomparable()) {
            words.append(", by at most ").append(difference.largest());
        }
        if (difference.incomparable() > 0) {
            words.append(
                    String.format(Locale.ROOT, ", %,d of them no number or another word", difference.incomparable()));
        }
        return words.toString();
    }

    private static String name(String field) {
        String plain = field.replaceAll("[^\\p{Alnum}._>#\\[\\]-]", "?");
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
    }

    private static void line(PrintWriter out, String what, String text) {
        // what a record says is one line of text, whatever it holds: it can write neither lines nor to a terminal
        out.printf(Locale.ROOT, "%-14s %s%n", what, text.replaceAll("\\p{Cntrl}", "?"));
    }
}
