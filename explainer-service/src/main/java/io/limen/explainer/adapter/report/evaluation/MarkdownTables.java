package io.limen.explainer.adapter.report.evaluation;

import java.util.List;
import java.util.stream.Collectors;

/** Tables as GitHub reads them. */
final class MarkdownTables {

    private MarkdownTables() {}

    /** Each below a heading of its own. */
    static String render(String title, String lead, List<Table> tables) {
        StringBuilder text = new StringBuilder("# " + title + "\n\n" + escaped(lead) + "\n");
        tables.forEach(table -> append(text, table));
        return text.toString();
    }

    private static void append(StringBuilder text, Table table) {
        text.append("\n## ")
                .append(escaped(table.title()))
                .append("\n\n")
                .append(escaped(table.note()))
                .append("\n");
        if (table.rows().isEmpty()) {
            text.append("\nNone.\n");
            return;
        }
        text.append("\n")
                .append(line(table.columns().stream().map(Table.Column::name).toList()));
        text.append(line(table.columns().stream()
                .map(column -> column.numeric() ? "---:" : "---")
                .toList()));
        table.rows().forEach(row -> text.append(line(row)));
    }

    private static String line(List<String> cells) {
        return cells.stream().map(MarkdownTables::escaped).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** Names come from files: a bar or a line break must not end a cell, nor a tag be one. */
    private static String escaped(String text) {
        return text.replace("|", "\\|").replaceAll("\\R", " ").replace("<", "&lt;");
    }
}
