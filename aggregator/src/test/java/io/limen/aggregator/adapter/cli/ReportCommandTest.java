package io.limen.aggregator.adapter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.adapter.report.ReportFiles;
import io.limen.aggregator.application.report.Retained;
import io.limen.aggregator.domain.report.ReportedAlert;
import io.limen.aggregator.domain.report.ReportedCase;
import io.limen.aggregator.domain.report.SampleCases;
import io.limen.aggregator.domain.strategy.PerceptualStrategy;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ReportCommandTest {

    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
    private static final String PERIOD = "--bootstrap b:1 --from 2026-03-01 --to 2026-04-01T00:00:00Z";

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();
    private final StringWriter out = new StringWriter();
    private Retained retained = held(List.of());

    private static Retained held(List<ReportedCase> cases) {
        return new Retained(
                cases,
                List.of(new ReportedAlert(
                        "a-1",
                        "unet@1",
                        "clinic",
                        "GROUND_TRUTH",
                        "ALERT",
                        "locality",
                        "<script>alert(1)</script> fell",
                        NOW,
                        List.of(new ReportedAlert.State("ALERT", NOW)),
                        List.of(new ReportedAlert.Acknowledgement("A & B", "seen <b>", NOW)))),
                new TreeMap<>(Map.of("repeated", 3L)),
                false,
                true,
                List.of(new Retained.ReadRange("attributions", 0, 5, 9)));
    }

    private int run(String line) {
        List<String> arguments = new ArrayList<>(List.of("report"));
        arguments.addAll(List.of(line.replace("OUT", folder.resolve("out").toString())
                .replace("DIR", folder.toString())
                .split(" ")));
        CommandLine command = LimenCommand.commandLine(
                new ReportCommand(brokers -> (request, progress) -> retained, new ReportFiles("1.2.3"), () -> NOW));
        command.setErr(new PrintWriter(err, true));
        command.setOut(new PrintWriter(out, true));
        return command.execute(arguments.toArray(new String[0]));
    }

    private String page() throws IOException {
        return Files.readString(folder.resolve("out/report.html"));
    }

    @Test
    void aReportIsOnePageThatAsksNobodyAndJson() throws IOException {
        assertEquals(0, run(PERIOD + " --out OUT"), err.toString());

        String page = page();
        assertFalse(
                page.contains("http://") || page.contains("https://") || page.contains("<script"), "self-contained");
        assertTrue(page.contains("&lt;script&gt;alert(1)"), "escaped");
        assertTrue(page.contains("A &amp; B"), "who has acknowledged");
        assertTrue(page.contains("no longer reaches back"), "what is gone");
        assertTrue(page.contains("3 repeated"), "what is left out");
        assertTrue(page.contains("attributions-0, offsets 5 to 8"), "what was read");
        String json = Files.readString(folder.resolve("out/report.json"));
        assertTrue(json.contains("\"limen\" : \"1.2.3\""), json);
        assertTrue(json.contains("\"madeAt\" : \"2026-04-01T00:00:00Z\""), json);
    }

    @Test
    void twoVersionsAreHeldAgainstLimitsThatAreProvenByTheirDigest() throws IOException {
        Files.writeString(folder.resolve("limits.yaml"), "features:\n  locality: 0.05\nleastStudies: 10\n");
        List<ReportedCase> cases = new ArrayList<>();
        for (int index = 0; index < 20; index++) {
            double level = index / 20.0;
            cases.add(SampleCases.of("unet@1", "c" + index, null, level, PerceptualStrategy.LOCAL));
            cases.add(
                    SampleCases.of("unet@2", "c" + index, null, level + 0.001 * (index % 3), PerceptualStrategy.LOCAL));
        }
        retained = held(cases);

        assertEquals(0, run(PERIOD + " --compare unet@1,unet@2 --limits DIR/limits.yaml --out OUT"), err.toString());

        assertTrue(out.toString().contains("unet@2 against unet@1: ACCEPTED"), out.toString());
        // sha256sum of the file above
        assertTrue(
                page().contains("SHA-256 feb9e2d78f06f863dfb1571bac522555f856cfe42b08e3fa8351355de6cf95ff"),
                "digest of the limits");
        assertTrue(page().contains("by 20 cases that both have explained"), "paired");
    }

    @Test
    void versionsWithoutExplanationsAreNotCompared() throws IOException {
        Files.writeString(folder.resolve("limits.yaml"), "features: {locality: 0.05}");

        assertEquals(0, run(PERIOD + " --compare a@1,a@2 --limits DIR/limits.yaml --out OUT"), err.toString());

        assertTrue(page().contains("could not be compared"), "said");
        assertFalse(page().contains("ACCEPTED\">"), "no verdict");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--from 2026-03-01 --to 2026-04-01 --out OUT",
                "--bootstrap b:1 --to 2026-04-01 --out OUT",
                "--bootstrap b:1 --from yesterday --to 2026-04-01 --out OUT",
                "--bootstrap b:1 --from 2026-04-01 --to 2026-04-01 --out OUT",
                PERIOD,
                PERIOD + " --model unet --out OUT",
                PERIOD + " --most 0 --out OUT",
                "--bootstrap b:1 --from -999999-01-01 --to 2026-04-01 --out OUT",
                "--bootstrap b:1 --from 2026-04-01 --to +999999-01-01 --out OUT",
                PERIOD + " --compare unet@1,unet@2 --out OUT",
                PERIOD + " --compare unet@1 --limits DIR/none.yaml --out OUT",
                PERIOD + " --compare unet@1,unet@1 --limits DIR/none.yaml --out OUT",
                PERIOD + " --compare unet@1,unet@2 --limits DIR/none.yaml --out OUT",
                PERIOD + " --bogus --out OUT"
            })
    void whatTheUserCanPutRightIsOneLineAndCodeTwo(String line) {
        assertEquals(2, run(line));
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().startsWith("limen report: "), err.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "features: {}",
                "features: {locality: -1}",
                "features: {locality: .nan}",
                "features: {locality: }",
                "features: {nothing: 1}",
                "shares: {local: 0.1}",
                "shares: {LOCAL: 1}",
                "features: {locality: 1}\nleastStudies: 1",
                "features: {locality: 1}\nmore: 1",
                "features: {locality: 1, locality: 2}",
                "!!javax.script.ScriptEngineManager [x]"
            })
    void limitsThatAreNoneAreRefused(String limits) throws IOException {
        Files.writeString(folder.resolve("limits.yaml"), limits);
        assertEquals(2, run(PERIOD + " --compare unet@1,unet@2 --limits DIR/limits.yaml --out OUT"));
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().contains("--limits: "), err.toString());
    }
}
