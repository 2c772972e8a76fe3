package io.limen.monitoring;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which metrics an expression of PromQL asks for, and by which labels. Whether it is one, promtool says; this finds names in it.
 *
 * @param metrics the values that are asked of each label (by = or =~, alternatives apart), by metric
 * @param grouping labels in by, without, on, ignoring, group_left and group_right
 */
record Query(Map<String, Map<String, Set<String>>> metrics, Set<String> grouping) {

    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "inf", "nan", "atan2");
    private static final Pattern TOKENS = Pattern.compile(
            "(?<group>\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\((?<names>[^)]*)\\))"
                    + "|(?<range>\\[[^]]*])|(?<text>\"[^\"]*\")|(?<number>\\b\\d[\\w.]*)"
                    + "|(?<name>[a-zA-Z_:][\\w:]*)\\s*(?<call>\\(|(?=(?:by|without)\\b))?(?:\\{(?<labels>(?:[^}\"]|\"[^\"]*\")*)})?");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");

    static Query parse(String expression) {
        Map<String, Map<String, Set<String>>> metrics = new TreeMap<>();
        Set<String> grouping = new TreeSet<>();
        Matcher token = TOKENS.matcher(expression);
        while (token.find()) {
            if (token.group("names") != null) {
                Stream.of(token.group("names").split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .forEach(grouping::add);
            } else if (token.group("name") != null && token.group("call") == null && !isWord(token.group("name"))) {
                selects(metrics.computeIfAbsent(token.group("name"), absent -> new TreeMap<>()), token.group("labels"));
            }
        }
        return new Query(metrics, grouping);
    }

    private static boolean isWord(String name) {
        return WORDS.contains(name.toLowerCase(Locale.ROOT)) || name.startsWith("group_");
    }

    private static void selects(Map<String, Set<String>> labels, String matchers) {
        Matcher matcher = MATCHER.matcher(matchers == null ? "" : matchers);
        while (matcher.find()) {
            Set<String> values = labels.computeIfAbsent(matcher.group(1), absent -> new TreeSet<>());
            // a variable of the dashboard, or a pattern, stands for any value
            Stream.of(matcher.group(3).split("\\|"))
                    .filter(value -> value.matches("[\\w-]+"))
                    .forEach(values::add);
        }
    }
}
