package io.limen.monitoring;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prometheus' text format (0.0.4) and OpenMetrics, as far as families, types and labels go. */
final class Scrape {

    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*?)})? \\S+(?: .*)?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final String TOTAL = "_total";
    private static final Pattern PART = Pattern.compile("_(bucket|sum|count)$");

    private Scrape() {}

    static Map<String, MetricFamily> parse(String text) {
        Map<String, String> types = new HashMap<>();
        Map<String, Map<String, Set<String>>> labels = new TreeMap<>();
        for (String line : text.split("\n")) {
            if (line.startsWith("# TYPE ")) {
                String[] words = line.split(" ");
                types.put(words[2], words[3]);
                // OpenMetrics names the family of a counter without it
                types.putIfAbsent(words[2] + TOTAL, words[3]);
            } else if (!line.startsWith("#")) {
                take(line, types, labels);
            }
        }
        Map<String, MetricFamily> families = new TreeMap<>();
        labels.forEach((name, values) -> families.put(name, new MetricFamily(name, types.get(name), values)));
        return families;
    }

    private static void take(String line, Map<String, String> types, Map<String, Map<String, Set<String>>> labels) {
        Matcher sample = SAMPLE.matcher(line);
        if (!sample.matches()) {
            throw new IllegalArgumentException("no sample: " + line);
        }
        String name = sample.group(1);
        String family = types.containsKey(name) ? name : PART.matcher(name).replaceFirst("");
        Map<String, Set<String>> values = labels.computeIfAbsent(family, absent -> new TreeMap<>());
        LABEL.matcher(sample.group(2) == null ? "" : sample.group(2))
                .results()
                // buckets have one that asks for itself
                .filter(label -> !label.group(1).equals("le"))
                .forEach(label -> values.computeIfAbsent(label.group(1), absent -> new TreeSet<>())
                        .add(label.group(2)));
    }
}
