package io.limen.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The dashboard asks for what services export, and says what it shows. */
class GrafanaDashboardTest {

    private static final int COLUMNS = 24;

    static JsonNode dashboard() throws IOException {
        return new ObjectMapper()
                .readTree(MetricCatalogue.FOLDER.resolve("grafana/limen.json").toFile());
    }

    /** What Grafana would ask for, by where it does; variables as they are. */
    static Map<String, String> expressions() throws IOException {
        Map<String, String> expressions = new TreeMap<>();
        for (JsonNode panel : dashboard().get("panels")) {
            for (JsonNode target : panel.path("targets")) {
                expressions.put(
                        "panel " + panel.get("title").asText() + ", "
                                + target.get("refId").asText(),
                        target.get("expr").asText());
            }
        }
        for (JsonNode annotation : dashboard().at("/annotations/list")) {
            expressions.put(
                    "annotation " + annotation.get("name").asText(),
                    annotation.get("expr").asText());
        }
        return expressions;
    }

    @Test
    void everyPanelAsksForWhatServicesExport() throws IOException {
        Known known = Known.all();
        assertFalse(expressions().isEmpty());
        expressions().forEach(known::holds);
    }

    @Test
    void everyVariableListsALabelThatServicesExport() throws IOException {
        Known known = Known.all();
        Set<String> names = new HashSet<>();
        for (JsonNode variable : dashboard().at("/templating/list")) {
            names.add(variable.get("name").asText());
            if (variable.get("type").asText().equals("query")) {
                String query = variable.at("/query/query").asText();
                // label_values(metric, label)
                String inside = query.substring(query.indexOf('(') + 1, query.lastIndexOf(')'));
                int comma = inside.lastIndexOf(',');
                known.holds(
                        "variable " + variable.get("name").asText(),
                        "sum by (" + inside.substring(comma + 1).strip() + ") (" + inside.substring(0, comma) + ")");
            }
        }
        assertEquals(Set.of("datasource", "model", "site"), names);
    }

    @Test
    void everyPanelHasAUnitAndADescription() throws IOException {
        for (JsonNode panel : dashboard().get("panels")) {
            if (!panel.get("type").asText().equals("row")) {
                String title = panel.get("title").asText();
                assertTrue(panel.get("description").asText().length() > title.length(), title);
                assertFalse(panel.at("/fieldConfig/defaults/unit").asText().isBlank(), title);
                assertEquals(
                        "${datasource}", panel.at("/datasource/uid").asText(), title + " is of another Prometheus");
            }
        }
    }

    @Test
    void noPanelLiesOnAnother() throws IOException {
        List<JsonNode> placed = new ArrayList<>();
        Set<Integer> ids = new HashSet<>();
        for (JsonNode panel : dashboard().get("panels")) {
            String title = panel.get("title").asText();
            JsonNode place = panel.get("gridPos");
            assertTrue(ids.add(panel.get("id").asInt()), title + " has the id of another");
            assertTrue(place.get("x").asInt() + place.get("w").asInt() <= COLUMNS, title);
            placed.forEach(other -> assertFalse(overlap(place, other), title));
            placed.add(place);
        }
    }

    private static boolean overlap(JsonNode one, JsonNode other) {
        return within(one, other, "x", "w") && within(one, other, "y", "h");
    }

    private static boolean within(JsonNode one, JsonNode other, String from, String length) {
        return one.get(from).asInt()
                        < other.get(from).asInt() + other.get(length).asInt()
                && other.get(from).asInt()
                        < one.get(from).asInt() + one.get(length).asInt();
    }
}
