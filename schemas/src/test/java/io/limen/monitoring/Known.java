package io.limen.monitoring;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every series that can be asked for: the services' samples, and what the rules record of them.
 *
 * @param labels the values of each label, none where they are an open set, by series
 */
record Known(Map<String, Map<String, Set<String>>> labels) {

    /** What Prometheus itself adds to whatever it reads. */
    private static final Set<String> OF_THE_TARGET = Set.of("job", "instance", "namespace", "pod", "container");

    static Known all() throws IOException {
        Map<String, Map<String, Set<String>>> known = new TreeMap<>();
        for (Map<String, MetricFamily> families :
                MetricCatalogue.read().services().values()) {
            families.values()
                    .forEach(family -> family.samples().forEach(sample -> {
                        Map<String, Set<String>> labels = new TreeMap<>(family.labels());
                        if (sample.endsWith("_bucket")) {
                            labels.put("le", Set.of());
                        }
                        known.put(sample, labels);
                    }));
        }
        for (JsonNode rule : rules()) {
            if (rule.has("record")) {
                Map<String, Set<String>> labels = new TreeMap<>();
                Query.parse(rule.get("expr").asText()).grouping().forEach(label -> labels.put(label, Set.of()));
                known.put(rule.get("record").asText(), labels);
            }
        }
        return new Known(known);
    }

    /** All rules, of all groups. */
    static Iterable<JsonNode> rules() throws IOException {
        return new YAMLMapper()
                .readTree(MetricCatalogue.FOLDER.resolve("rules.yaml").toFile()).findValues("rules").stream()
                        .flatMap(rules -> rules.valueStream())::iterator;
    }

    /** Fails when the expression asks for what nobody exports. */
    void holds(String where, String expression) {
        Query query = Query.parse(expression);
        assertTrue(!query.metrics().isEmpty(), () -> where + " asks for no metric: " + expression);
        Set<String> grouped = new TreeSet<>(OF_THE_TARGET);
        query.metrics().forEach((metric, asked) -> {
            assertTrue(labels.containsKey(metric), () -> where + " asks for " + metric + ", which nobody exports");
            Map<String, Set<String>> has = labels.get(metric);
            grouped.addAll(has.keySet());
            asked.forEach((label, values) -> {
                assertTrue(
                        has.containsKey(label) || OF_THE_TARGET.contains(label),
                        () -> where + ": " + metric + " has no label " + label);
                Set<String> allowed = has.getOrDefault(label, Set.of());
                assertTrue(
                        allowed.isEmpty() || allowed.containsAll(values),
                        () -> where + ": " + label + " of " + metric + " is never one of " + values);
            });
        });
        assertTrue(
                grouped.containsAll(query.grouping()),
                () -> where + " groups by " + query.grouping() + ", of which there are " + grouped);
    }
}
