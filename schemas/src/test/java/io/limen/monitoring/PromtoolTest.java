package io.limen.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus' own tool says of the rules and of the dashboard's expressions. Skipped where it is not installed. */
class PromtoolTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    @TempDir
    Path folder;

    @BeforeEach
    void promtoolIsThere() throws IOException {
        boolean installed = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "promtool")));
        assumeTrue(installed, "promtool is not installed: rules and dashboard are not checked with it");
        JsonNode resource =
                YAML.readTree(MetricCatalogue.FOLDER.resolve("rules.yaml").toFile());
        YAML.writeValue(folder.resolve("rules-spec.yaml").toFile(), resource.get("spec"));
        Files.copy(MetricCatalogue.FOLDER.resolve("rules-test.yaml"), folder.resolve("rules-test.yaml"));
    }

    @Test
    void rulesAreSuchAsPrometheusTakes() throws Exception {
        promtool("check", "rules", "rules-spec.yaml");
    }

    @Test
    void alertsAreRaisedWhereTheyShouldBeAndNowhereElse() throws Exception {
        promtool("test", "rules", "rules-test.yaml");
    }

    @Test
    void expressionsOfTheDashboardAreSuchAsPrometheusTakes() throws Exception {
        ObjectNode file = YAML.createObjectNode();
        ArrayNode rules =
                file.putArray("groups").addObject().put("name", "dashboard").putArray("rules");
        int index = 0;
        for (Map.Entry<String, String> expression :
                GrafanaDashboardTest.expressions().entrySet()) {
            rules.addObject()
                    .put("record", "dashboard:expression:" + index++)
                    .put("expr", expression.getValue().replace("$__rate_interval", "5m"));
        }
        YAML.writeValue(folder.resolve("dashboard.yaml").toFile(), file);
        promtool("check", "rules", "dashboard.yaml");
    }

    private void promtool(String... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Stream.concat(Stream.of("promtool"), Stream.of(arguments))
                        .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertTrue(said.contains("SUCCESS"), said);
    }
}
