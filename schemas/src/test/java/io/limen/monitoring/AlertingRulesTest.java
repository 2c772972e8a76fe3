package io.limen.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** Rules ask for what services export, and say what is to be done; each alert is tested for and against. */
class AlertingRulesTest {

    private static final Path ROOT = MetricCatalogue.FOLDER.getParent().getParent();

    @Test
    void everyRuleAsksForWhatServicesExport() throws IOException {
        Known known = Known.all();
        for (JsonNode rule : Known.rules()) {
            known.holds(name(rule), rule.get("expr").asText());
        }
    }

    @Test
    void aRuleThatAsksForWhatNobodyExportsIsFound() throws IOException {
        Known known = Known.all();
        for (String wrong : Set.of(
                "rate(explainer_case_total[5m])",
                "explainer_cases_total{outcome=\"failure\"}",
                "aggregator_watch_state{clinic=\"x\"}",
                "sum by (site) (explainer_cases_total)",
                "model:never_recorded:max",
                "1 > 0")) {
            assertThrows(AssertionFailedError.class, () -> known.holds("planted", wrong), wrong);
        }
    }

    @Test
    void everyAlertHasASeverityASummaryAndAnEntryInTheRunbook() throws IOException {
        for (JsonNode rule : Known.rules()) {
            if (rule.has("alert")) {
                String name = name(rule);
                assertTrue(
                        Set.of("critical", "warning", "info")
                                .contains(rule.at("/labels/severity").asText()),
                        name);
                assertFalse(rule.at("/annotations/summary").asText().isBlank(), name);
                assertFalse(rule.at("/annotations/description").asText().isBlank(), name);
                String[] runbook = rule.at("/annotations/runbook").asText().split("#");
                assertEquals(name.toLowerCase(Locale.ROOT), runbook[1], name);
                assertTrue(
                        Files.readAllLines(ROOT.resolve(runbook[0])).contains("### " + name),
                        () -> name + " has no heading in " + runbook[0]);
            }
        }
    }

    @Test
    void everyAlertIsTestedWhereItIsRaisedAndWhereItIsNot() throws IOException {
        Set<String> alerts = new TreeSet<>();
        Known.rules().forEach(rule -> {
            if (rule.has("alert")) {
                alerts.add(name(rule));
            }
        });
        Set<String> raised = new TreeSet<>();
        Set<String> notRaised = new TreeSet<>();
        JsonNode tests = new YAMLMapper()
                .readTree(MetricCatalogue.FOLDER.resolve("rules-test.yaml").toFile());
        tests.findValues("alert_rule_test")
                .forEach(cases -> cases.forEach(one -> (one.get("exp_alerts").isEmpty() ? notRaised : raised)
                        .add(one.get("alertname").asText())));
        assertEquals(alerts, raised, "alerts that a test raises");
        assertEquals(alerts, notRaised, "alerts that a test does not raise");
    }

    private static String name(JsonNode rule) {
        return rule.path("alert").asText(rule.path("record").asText());
    }
}
