package io.limen.explainer.adapter.cli;

import io.limen.explainer.application.bench.BenchResult;
import io.limen.explainer.application.bench.ScheduleFigures;
import io.limen.explainer.domain.oracle.Coverage;
import io.limen.explainer.domain.oracle.MapError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The figures as a table: a row per schedule and one of ratios for every model and image.
 *
 * @param figures what was measured
 */
record BenchTable(BenchFigures figures) {

    /** Columns of words; those of numbers are aligned to the right. */
    private static final int WORDS = 3;

    private static final String NONE = "-";

    /** Errors below it would be shown as 0; a bank that is used up leaves none. */
    private static final double SHOWN = 0.0001;

    /** Smaller ones would be shown as 0.00. */
    private static final double SMALLEST_RATIO = 0.005;

    private static final List<String> HEADER = List.of(
            "model",
            "image",
            "schedule",
            "forwards",
            "seconds",
            "forwards/s",
            "error",
            "reported SE",
            "covered",
            "significant",
            "recall");

    private static final String LEGEND = """
            error        root-mean-square error against the oracle over all treated blocks, Dice points (+- its standard error)
            reported SE  root-mean-square standard error that the map itself reports, Dice points
            covered      95 % intervals of significant blocks that hold the oracle's effect, its own error allowed for
            recall       share of the blocks that matter (0.02 points or more) that screening kept
            adaptive is  times fewer forwards, times faster; error as a multiple of the published schedule's""";

    /** Aligned text. */
    String text() {
        List<List<String>> rows = rows();
        int[] widths = IntStream.range(0, HEADER.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        String table = rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
        return """
                machine      %s
                oracle       %s
                peak memory  %s

                %s

                %s
                """.formatted(figures.machine(), figures.oracle(), figures.peak(), table, LEGEND);
    }

    /** Markdown. */
    String markdown() {
        List<List<String>> rows = rows();
        String rule = IntStream.range(0, HEADER.size())
                .mapToObj(column -> column < WORDS ? "---" : "---:")
                .collect(Collectors.joining(" | ", "| ", " |"));
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            lines.add("| " + row.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | "))
                    + " |");
        }
        lines.add(1, rule);
        String legend = LEGEND.lines()
                .map(line -> "- **" + line.substring(0, 13).strip() + "**: "
                        + line.substring(13).strip())
                .collect(Collectors.joining("\n"));
        return "%s. Oracle: %s. Peak memory: %s.\n\n%s\n\n%s\n"
                .formatted(figures.machine(), figures.oracle(), figures.peak(), String.join("\n", lines), legend);
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        for (BenchResult result : figures.results()) {
            rows.add(row(result, "published", result.published()));
            rows.add(row(result, "adaptive", result.adaptive()));
            rows.add(ratios(result));
        }
        return rows;
    }

    private static List<String> row(BenchResult result, String schedule, ScheduleFigures of) {
        return List.of(
                result.model().toString(),
                result.image(),
                schedule,
                format("%,.0f", of.forwards()),
                format("%.1f", of.seconds()),
                format("%.0f", of.forwardsPerSecond()),
                error(of.error()),
                format("%.4f", of.standardError()),
                coverage(of.coverage()),
                format("%.0f", of.significant()),
                of.recall().isPresent() ? format("%.2f", of.recall().getAsDouble()) : NONE);
    }

    private static List<String> ratios(BenchResult result) {
        return List.of(
                "",
                "",
                "adaptive is",
                ratio(result.forwardsRatio()),
                ratio(result.secondsRatio()),
                "",
                errorRatio(result),
                "",
                "",
                "",
                "");
    }

    private static String error(MapError error) {
        if (error.root() >= SHOWN) {
            return format("%.4f +- %.4f", error.root(), error.standardError() / (2 * error.root()));
        }
        return Math.abs(error.meanSquare()) + error.standardError() < SHOWN * SHOWN
                ? "below 0.0001"
                : "too small to tell";
    }

    private static String coverage(Coverage coverage) {
        return coverage.intervals() == 0 ? NONE : coverage.covered() + " of " + coverage.intervals();
    }

    /** Of two errors that are both shown as nothing there is no ratio. */
    private static String errorRatio(BenchResult result) {
        double ratio = result.errorRatio();
        if (result.published().error().root() < SHOWN) {
            return result.adaptive().error().root() < SHOWN ? NONE : ratio(ratio);
        }
        return ratio < SMALLEST_RATIO ? "below 0.01x" : ratio(ratio);
    }

    private static String ratio(double value) {
        return Double.isFinite(value) ? format("%.2fx", value) : NONE;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> {
                    String padding =
                            " ".repeat(widths[column] - cells.get(column).length());
                    return column < WORDS ? cells.get(column) + padding : padding + cells.get(column);
                })
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }
}
