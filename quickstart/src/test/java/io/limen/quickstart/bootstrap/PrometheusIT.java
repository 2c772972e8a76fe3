package io.limen.quickstart.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.limen.quickstart.adapter.process.FreePort;
import io.limen.quickstart.adapter.process.Installation;
import io.limen.quickstart.domain.DemoPlan;
import io.limen.quickstart.domain.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus scrapes the services while they explain: rules and panels find what they ask for. Skipped where there is none. */
class PrometheusIT {

    private static final Path MONITORING = Path.of("../k8s/monitoring");

    /** A rate takes two scrapes between which something happens: enough cases to be at work while it is asked for. */
    private static final int CASES = 60;

    private static final Duration LIMIT = Duration.ofMinutes(4);

    /** Panels of a service that the demo doesn't start. */
    private static final Set<String> OF_THE_INTAKE = Set.of("Cases over HTTP", "Time of the intake");

    @TempDir
    static Path folder;

    private static DemoStage stage;
    private static Prometheus prometheus;

    @BeforeAll
    static void explainBeforePrometheus() throws Exception {
        Optional<Path> program = Prometheus.program();
        assumeTrue(program.isPresent(), "prometheus is not installed: panels and rules are not asked of a real one");
        Installation installation = new Installation(Path.of(".."));
        installation.missing().ifPresent(line -> fail("the chain needs the jars of every module: " + line));
        stage = new DemoStage(new DemoSettings(
                installation, List.of(), List.of(), false, Duration.ofSeconds(20), FreePort.any(), Scenario.STEADY));
        stage.startBroker();
        stage.startServices();
        stage.awaitServices(LIMIT).ifPresent(failure -> fail(failure.toString()));
        Path rules = folder.resolve("rules.yaml");
        YAMLMapper yaml = new YAMLMapper();
        yaml.writeValue(
                rules.toFile(),
                yaml.readTree(MONITORING.resolve("rules.yaml").toFile()).get("spec"));
        prometheus = Prometheus.start(
                program.get(),
                folder,
                rules,
                Map.of("explainer-service", stage.explainer(), "aggregator", stage.dashboard()));
        stage.publish(new DemoPlan(CASES, Scenario.STEADY, true));
        await(() -> "ready", prometheus::isReady);
        await(
                () -> "an explanation is counted",
                () -> value("sum(aggregator_explanations_total{outcome=\"counted\"})") > 0);
    }

    @AfterAll
    static void stop() {
        if (prometheus != null) {
            prometheus.close();
        }
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    void servicesAreScraped() throws Exception {
        JsonNode up = prometheus.query("up");

        assertEquals(2, up.size(), up.toString());
        up.forEach(target -> assertEquals("1", target.at("/value/1").asText(), target.toString()));
    }

    @Test
    void everyPanelFindsNumbers() throws Exception {
        Map<String, String> panels = new TreeMap<>();
        for (JsonNode panel : new ObjectMapper()
                .readTree(MONITORING.resolve("grafana/limen.json").toFile())
                .get("panels")) {
            for (JsonNode target : panel.path("targets")) {
                String title = panel.get("title").asText();
                if (!OF_THE_INTAKE.contains(title)) {
                    panels.put(title + ", " + target.get("refId").asText(), asGrafanaAsks(target));
                }
            }
        }
        List<String> missing = new ArrayList<>(panels.keySet());
        await(() -> "nothing is found by " + missing, () -> {
            for (String panel : List.copyOf(missing)) {
                if (finds(panels.get(panel))) {
                    missing.remove(panel);
                }
            }
            return missing.isEmpty();
        });
        assertTrue(panels.size() > 20, panels.keySet().toString());
    }

    /** With the variables of a dashboard on which nothing was chosen. */
    private static String asGrafanaAsks(JsonNode target) {
        return target.get("expr")
                .asText()
                .replace("$__rate_interval", "1m")
                .replace("$model", ".*")
                .replace("$site", ".*");
    }

    private static boolean finds(String expression) throws Exception {
        for (JsonNode series : prometheus.query(expression)) {
            if (Double.isFinite(Double.parseDouble(series.at("/value/1").asText()))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void everyRuleIsEvaluatedAndNoneThatWaitsForNothingFires() throws Exception {
        int rules = 0;
        for (JsonNode group : prometheus.data("api/v1/rules").get("groups")) {
            for (JsonNode rule : group.get("rules")) {
                rules++;
                assertEquals("ok", rule.get("health").asText(), rule.toString());
                for (JsonNode alert : rule.path("alerts")) {
                    assertEquals("pending", alert.get("state").asText(), alert.toString());
                }
            }
        }
        assertTrue(rules > 20, "rules: " + rules);
    }

    private static double value(String expression) throws Exception {
        JsonNode result = prometheus.query(expression);
        return result.isEmpty() ? 0 : result.get(0).at("/value/1").asDouble();
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Supplier<String> what, Condition condition) throws Exception {
        Instant deadline = Instant.now().plus(LIMIT);
        while (!condition.holds()) {
            stage.failure().ifPresent(failure -> fail(failure.toString()));
            assertTrue(Instant.now().isBefore(deadline), what);
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }
}
