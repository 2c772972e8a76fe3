package io.limen.explainer.adapter.kafka;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What became of hostile records, kind by kind. */
final class HostileTally {

    private static final int MOST_REASONS = Integer.getInteger("fuzz.reasons", 4);

    /** Of one kind. */
    static final class Row {
        int sent;
        int explained;
        final Map<String, Integer> rejected = new TreeMap<>();
        String memory = "";

        int lost() {
            return sent
                    - explained
                    - rejected.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** Numbers and names differ from record to record. */
        void reject(String reason) {
            String line = reason.replaceAll("-?\\d+", "#").replaceAll("'[^']*'", "'…'");
            rejected.merge(line.substring(0, Math.min(90, line.length())), 1, Integer::sum);
        }
    }

    private final Map<HostileKind, Row> rows = new EnumMap<>(HostileKind.class);

    Row of(HostileKind kind) {
        return rows.computeIfAbsent(kind, any -> new Row());
    }

    int sent() {
        return rows.values().stream().mapToInt(row -> row.sent).sum();
    }

    int lost() {
        return rows.values().stream().mapToInt(row -> Math.abs(row.lost())).sum();
    }

    int explained() {
        return rows.values().stream().mapToInt(row -> row.explained).sum();
    }

    @Override
    public String toString() {
        String lines = rows.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
        return String.format(
                        "%n%-20s %6s %9s %8s %5s  %-28s %s%n",
                        "what", "sent", "explained", "rejected", "lost", "peak memory", "reasons")
                + lines;
    }

    private static String line(HostileKind kind, Row row) {
        String reasons = row.rejected.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_REASONS)
                .map(reason -> reason.getValue() + " " + reason.getKey())
                .collect(Collectors.joining("; "));
        int more = row.rejected.size() - MOST_REASONS;
        return String.format(
                "%-20s %6d %9d %8d %5d  %-28s %s%s%n",
                kind.name().toLowerCase(Locale.ROOT),
                row.sent,
                row.explained,
                row.sent - row.explained - row.lost(),
                row.lost(),
                row.memory,
                reasons,
                more > 0 ? "; " + more + " more" : "");
    }
}
