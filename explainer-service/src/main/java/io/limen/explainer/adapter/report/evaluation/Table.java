package io.limen.explainer.adapter.report.evaluation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A table for people.
 *
 * @param title of it
 * @param note what its numbers are and how many cases are behind them
 * @param columns from the left
 * @param rows one text per column each
 */
record Table(String title, String note, List<Column> columns, List<List<String>> rows) {

    /** @param numeric whether its texts are numbers, which stand on the right */
    record Column(String name, boolean numeric) {

        static Column text(String name) {
            return new Column(name, false);
        }

        static Column number(String name) {
            return new Column(name, true);
        }
    }

    /** @param numeric whether it stands on the right */
    record Cell(String text, boolean numeric) {}

    Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("Table " + title + ": " + row);
            }
        }
    }

    /** Texts with their places, for the page. */
    public List<List<Cell>> cells() {
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(i -> new Cell(row.get(i), columns.get(i).numeric()))
                        .toList())
                .toList();
    }
}
