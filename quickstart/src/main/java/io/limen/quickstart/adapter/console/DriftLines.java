package io.limen.quickstart.adapter.console;

import io.limen.quickstart.domain.DriftNotice;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Drift alerts as text. */
final class DriftLines {

    private static final List<String> HEAD =
            List.of("drift", "model", "feature", "reference", "since then", "since", "what moved");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private DriftLines() {}

    /** One line while the stream runs. */
    static String line(DriftNotice notice) {
        String what = notice.summary().isEmpty() ? change(notice) : notice.summary();
        return "drift " + notice.state() + ", " + notice.group().model() + ": " + what;
    }

    private static String change(DriftNotice notice) {
        return notice.feature() + " from " + number(notice.from()) + " to " + number(notice.to()) + " since "
                + TIME.format(notice.since());
    }

    /** One row per alert with its sentence below the rows; nothing without alerts. */
    static List<String> table(Collection<DriftNotice> notices) {
        if (notices.isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        notices.forEach(notice -> rows.add(List.of(
                notice.state().name().toLowerCase(Locale.ROOT),
                notice.group().model(),
                notice.feature(),
                number(notice.from()),
                number(notice.to()),
                TIME.format(notice.since()),
                notice.moved().isEmpty() ? "-" : String.join(", ", notice.moved()))));
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(new TextTable(rows).lines());
        notices.stream()
                .filter(notice -> !notice.summary().isEmpty())
                .forEach(notice -> lines.add("  " + notice.group().model() + ": " + notice.summary()));
        return lines;
    }

    private static String number(Optional<Double> value) {
        return value.map(known -> String.format(Locale.ROOT, "%.3g", known)).orElse("-");
    }
}
