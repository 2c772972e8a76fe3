package io.limen.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code k8s/monitoring/metrics.yaml}: what services export. Tests of each service hold it to what the service really shows. */
public record MetricCatalogue(Map<String, Map<String, MetricFamily>> services) {

    /** Where monitoring lies, seen from any module. */
    public static final Path FOLDER =
            Path.of("..", "k8s", "monitoring").toAbsolutePath().normalize();

    /** Reads it. */
    public static MetricCatalogue read() throws IOException {
        Map<String, Map<String, MetricFamily>> services = new TreeMap<>();
        JsonNode file = new YAMLMapper().readTree(FOLDER.resolve("metrics.yaml").toFile());
        for (Map.Entry<String, JsonNode> service : file.properties()) {
            Map<String, MetricFamily> families = new TreeMap<>();
            for (Map.Entry<String, JsonNode> family : service.getValue().properties()) {
                families.put(family.getKey(), family(family.getKey(), family.getValue()));
            }
            services.put(service.getKey(), families);
        }
        return new MetricCatalogue(services);
    }

    private static MetricFamily family(String name, JsonNode described) {
        Map<String, Set<String>> labels = new TreeMap<>();
        for (Map.Entry<String, JsonNode> label : described.get("labels").properties()) {
            Set<String> values = new TreeSet<>();
            label.getValue().forEach(value -> values.add(value.asText()));
            labels.put(label.getKey(), values);
        }
        return new MetricFamily(name, described.get("type").asText(), labels);
    }

    /** Every family of the service with its own prefix is here and the other way round, with the same type and labels. */
    public void holdsOwn(String service, String prefix, String scrape) {
        Map<String, MetricFamily> shown = startingWith(prefix, Scrape.parse(scrape));
        Map<String, MetricFamily> listed = startingWith(prefix, services.get(service));
        assertEquals(listed.keySet(), shown.keySet(), "families of " + service);
        listed.values().forEach(family -> alike(family, shown.get(family.name())));
    }

    /** The service shows every family that is listed for it, whichever library it comes from, with the same type and labels. */
    public void holdsAll(String service, String scrape) {
        Map<String, MetricFamily> shown = Scrape.parse(scrape);
        services.get(service).values().forEach(family -> {
            assertTrue(shown.containsKey(family.name()), () -> service + " does not show " + family.name());
            alike(family, shown.get(family.name()));
        });
    }

    /** As {@link #holdsAll}, for those families alone that are not the service's own. */
    public void holdsOfLibraries(String service, String prefix, String scrape) {
        Map<String, MetricFamily> foreign = new TreeMap<>(services.get(service));
        foreign.keySet().removeIf(name -> name.startsWith(prefix));
        new MetricCatalogue(Map.of(service, foreign)).holdsAll(service, scrape);
    }

    private static void alike(MetricFamily listed, MetricFamily shown) {
        assertEquals(listed.type(), shown.type(), "type of " + listed.name());
        assertEquals(listed.labels().keySet(), shown.labels().keySet(), "labels of " + listed.name());
        listed.labels().forEach((label, values) -> {
            Set<String> others = new TreeSet<>(shown.labels().get(label));
            others.removeAll(values);
            assertTrue(
                    values.isEmpty() || others.isEmpty(),
                    () -> listed.name() + " has another " + label + " than are listed: " + others);
        });
    }

    private static Map<String, MetricFamily> startingWith(String prefix, Map<String, MetricFamily> families) {
        return families.entrySet().stream()
                .filter(family -> family.getKey().startsWith(prefix))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }
}
