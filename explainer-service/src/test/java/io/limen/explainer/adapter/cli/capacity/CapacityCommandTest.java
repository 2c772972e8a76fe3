package io.limen.explainer.adapter.cli.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limen.explainer.adapter.cli.LimenCommand;
import io.limen.explainer.domain.capacity.MapShape;
import io.limen.explainer.domain.capacity.RecordSizes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CapacityCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int run(String arguments) {
        CommandLine line = LimenCommand.commandLine(new CapacityCommand());
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(("capacity " + arguments).strip().split(" "));
    }

    @Test
    void withoutOptionsThreeSizesStandSideBySide() {
        assertEquals(0, run(""));

        assertTrue(row("cases a minute").matches("cases a minute +10 +1,000 +100,000"), out.toString());
        assertTrue(row("  devices that explain every case").matches(".* 1 +61 +6,072"), out.toString());
        assertTrue(out.toString().contains("without the check of the map: 32 to 64 passes more; measure yours"));
    }

    @Test
    void fewerDevicesExplainAShare() {
        assertEquals(0, run("--per-minute 60 --passes 2000 --pass-millis 5 --use 0.8 --devices 5"));

        assertTrue(row("  explained by 5").endsWith(" 40 %"), out.toString());
        assertTrue(row("  explanations a minute").endsWith(" 24"), out.toString());
    }

    @Test
    void aBenchSaysWhatAnExplanationCosts() throws IOException {
        Path bench = Files.writeString(folder.resolve("bench.json"), """
                {"machine": {"device": "gpu:0"}, "results": [
                  {"adaptive": {"forwards": 1000, "seconds": 1}},
                  {"adaptive": {"forwards": 3000, "seconds": 5}}]}""");

        assertEquals(0, run("--json --per-minute 60 --bench " + bench), err.toString());

        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertEquals(2_000, json.path("passes").asDouble());
        assertEquals(0.0015, json.path("secondsPerPass").asDouble(), 1e-12);
        assertEquals(3, json.at("/plans/0/devicesBusy").asDouble(), 1e-9);
        assertEquals(60, json.at("/plans/0/explainedPerMinute").asDouble(), 1e-9);
        assertTrue(json.at("/plans/0/watch/foundSeconds").asDouble() > 0);
    }

    @Test
    void jsonSaysWhatWasReckonedWith() throws IOException {
        assertEquals(
                0,
                run(
                        "--json --per-minute 60 --input 128x256 --block 16 --groups 3 --cases-per-study 2 --case-bytes 11000"
                                + " --use 0.8 --days 2 --replicas 1"),
                err.toString());

        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertEquals(128, json.path("heightPx").asInt());
        assertEquals(256, json.path("widthPx").asInt());
        assertEquals(16, json.path("blockPx").asInt());
        assertEquals(128, json.path("blocks").asInt());
        assertEquals(
                RecordSizes.attribution(new MapShape(128, 256, 16)),
                json.path("explanationBytes").asLong());
        assertEquals(11_000, json.path("caseBytes").asLong());
        assertEquals(3, json.path("groups").asInt());
        assertEquals(2, json.path("casesPerStudy").asDouble());
        assertEquals(0.8, json.path("use").asDouble());
        assertEquals(2, json.path("days").asDouble());
        assertEquals(1, json.path("replicas").asInt());
        assertTrue(json.path("source").asText().contains("without the check of the map: 32 to 64 passes more"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--per-minute 0            | --per-minute: up to six numbers above 0",
                "--per-minute NaN          | --per-minute: up to six numbers above 0",
                "--per-minute 1,2,3,4,5,6,7| --per-minute: up to six numbers above 0",
                "--input 0x10              | --input: must be 1x1 or more",
                "--input large             | --input: must be HEIGHTxWIDTH",
                "--block 300               | --block: must be 1 to the smaller side",
                "--passes 3                | --passes: give it together with --pass-millis",
                "--use 1                   | --use: must be above 0 and below 1",
                "--devices 0               | --devices: must be 1 or more",
                "--bench nowhere.json      | --bench: no such file",
                "--bench pom.xml           | --bench: can't be read as JSON",
            })
    void aMistakeIsOneLine(String options, String said) {
        assertEquals(LimenCommand.USER_MISTAKE, run(options));

        assertTrue(err.toString().startsWith("limen capacity: " + said), err.toString());
        assertEquals(1, err.toString().lines().count());
        assertEquals("", out.toString());
    }

    @Test
    void aFileOfOtherJsonIsNoBench() throws IOException {
        Path other = Files.writeString(folder.resolve("other.json"), "{\"results\": [{}]}");

        assertEquals(LimenCommand.USER_MISTAKE, run("--bench " + other));
        assertTrue(err.toString().contains("has no results of limen bench"), err.toString());
    }

    private String row(String label) {
        return out.toString()
                .lines()
                .filter(line -> line.startsWith(label + " "))
                .findFirst()
                .orElseThrow();
    }
}
