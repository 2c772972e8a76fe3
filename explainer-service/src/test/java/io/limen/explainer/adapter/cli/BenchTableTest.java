package io.limen.explainer.adapter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.bench.BenchResult;
import io.limen.explainer.application.bench.BenchSettings;
import io.limen.explainer.application.bench.ScheduleFigures;
import io.limen.explainer.domain.oracle.Coverage;
import io.limen.explainer.domain.oracle.MapError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTableTest {

    @TempDir
    Path folder;

    @Test
    void textIsAligned() {
        String text = new BenchTable(figures()).text();

        assertTrue(text.startsWith("""
                machine      Fast CPU, 2 cores; libtorch 1.2 on cpu, 2 threads; load 0.5 before
                oracle       48 blocks of each map, 400 donors each; 1 seed
                peak memory  700 MiB resident

                model   image  schedule     forwards  seconds  forwards/s              error  reported SE   covered  significant  recall
                unet@1  a.png  published      28,225     56.5         500   0.2000 +- 0.0100       0.2100  20 of 21          103    0.63
                unet@1  a.png  adaptive        2,823     14.1         200   0.1000 +- 0.0200       0.1100  19 of 20           90    1.00
                               adaptive is    10.00x    4.00x                          0.50x
                unet@1  a|b    published      28,225     56.5         500   0.2000 +- 0.0100       0.2100  20 of 21          103    0.63
                unet@1  a|b    adaptive          100      1.0         100  too small to tell       0.0000         -            0       -
                               adaptive is   282.25x   56.45x                              -

                error"""), text);
    }

    @Test
    void ratioToNothingIsADash() {
        String text = new BenchTable(figures()).text();

        assertTrue(text.contains("too small to tell"), text);
        assertTrue(text.lines().anyMatch(line -> line.matches(" +adaptive is +282.25x +56.45x +-")), text);
    }

    @Test
    void mapWithoutErrorIsNotTakenForOneThatTheOracleCanNotJudge() {
        ScheduleFigures exact =
                new ScheduleFigures(240, 1, new MapError(1e-20, 0), 0, Coverage.NONE, 0, OptionalDouble.empty());
        BenchResult result = new BenchResult(new ModelId("unet", "1"), "a.png", 240, 48, exact, exact);
        BenchFigures figures =
                new BenchFigures(figures().machine(), figures().settings(), List.of(result), OptionalLong.empty());

        String text = new BenchTable(figures).text();

        assertTrue(text.contains("below 0.0001"), text);
        assertFalse(text.contains("too small to tell"), text);
    }

    @Test
    void errorThatIsAlmostNothingIsNotZeroTimesTheOther() {
        assertTrue(errorRatio(1e-14, 0.04).endsWith(" below 0.01x"), errorRatio(1e-14, 0.04));
        assertTrue(errorRatio(0.0004, 0.04).endsWith(" 0.10x"), errorRatio(0.0004, 0.04));
        assertTrue(errorRatio(1e-14, 1e-20).endsWith(" -"), errorRatio(1e-14, 1e-20));
    }

    private static String errorRatio(double adaptive, double published) {
        BenchResult result =
                new BenchResult(new ModelId("unet", "1"), "a.png", 240, 48, withError(published), withError(adaptive));
        return new BenchTable(new BenchFigures(
                        figures().machine(), figures().settings(), List.of(result), OptionalLong.empty()))
                .text()
                .lines()
                .filter(line -> line.strip().startsWith("adaptive is  ") && line.contains("1.00x"))
                .findFirst()
                .orElseThrow();
    }

    private static ScheduleFigures withError(double meanSquare) {
        return new ScheduleFigures(240, 1, new MapError(meanSquare, 0), 0, Coverage.NONE, 0, OptionalDouble.empty());
    }

    @Test
    void markdownIsATable() {
        List<String> lines = new BenchTable(figures()).markdown().lines().toList();

        assertTrue(lines.get(0).startsWith("Fast CPU, 2 cores; libtorch 1.2 on cpu, 2 threads"), lines.get(0));
        assertEquals("| model | image | schedule | forwards |", lines.get(2).substring(0, 39));
        assertEquals("| --- | --- | --- | ---: |", lines.get(3).substring(0, 26));
        assertTrue(lines.get(4).startsWith("| unet@1 | a.png | published | 28,225 | 56.5 | 500 |"), lines.get(4));
        assertTrue(lines.get(7).startsWith("| unet@1 | a\\|b | published |"), lines.get(7));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("- **recall**: share of")), lines.toString());
    }

    @Test
    void jsonHasFullPrecisionAndNullForWhatIsNotKnown() throws Exception {
        JsonNode root = new ObjectMapper().readTree(new BenchJson(figures()).render());

        assertEquals("Fast CPU", root.at("/machine/processor").asText());
        assertEquals(700, root.at("/peakMebibytes").asInt());
        assertEquals(28_225, root.at("/results/0/published/forwards").asDouble());
        assertEquals(0.04, root.at("/results/0/published/meanSquaredError").asDouble());
        assertEquals(10, root.at("/results/0/forwardsRatio").asDouble(), 0.01);
        assertTrue(root.at("/results/1/adaptive/recall").isNull());
    }

    @Test
    void jsonOfAMachineThatTellsNothingHasNulls() throws Exception {
        BenchMachine dumb =
                new BenchMachine(Optional.empty(), 1, figures().machine().engine(), OptionalDouble.empty());
        BenchFigures figures = new BenchFigures(dumb, figures().settings(), List.of(), OptionalLong.empty());
        JsonNode root = new ObjectMapper().readTree(new BenchJson(figures).render());

        assertTrue(root.at("/machine/processor").isNull());
        assertTrue(root.at("/machine/loadBefore").isNull());
        assertTrue(root.at("/peakMebibytes").isNull());
        assertTrue(new BenchTable(figures).text().contains("peak memory  not available"));
    }

    @Test
    void valueOfAProcFileIsWhatFollowsTheColon() throws Exception {
        Path status = Files.writeString(folder.resolve("status"), "Name:\tjava\nVmHWM:\t  812345 kB\nVmHWM: 1 kB\n");

        assertEquals(Optional.of("812345 kB"), BenchMachine.value(status, "VmHWM"));
        assertEquals(Optional.empty(), BenchMachine.value(status, "VmPeak"));
        assertEquals(Optional.empty(), BenchMachine.value(folder.resolve("gone"), "VmHWM"));
    }

    private static BenchFigures figures() {
        ScheduleFigures published = new ScheduleFigures(
                28_225, 56.45, new MapError(0.04, 0.004), 0.21, new Coverage(20, 21), 103, OptionalDouble.of(0.63));
        ScheduleFigures adaptive = new ScheduleFigures(
                2_822.5, 14.1125, new MapError(0.01, 0.004), 0.11, new Coverage(19, 20), 90, OptionalDouble.of(1));
        ScheduleFigures nothing =
                new ScheduleFigures(100, 1, new MapError(-0.001, 0.1), 0, Coverage.NONE, 0, OptionalDouble.empty());
        ModelId model = new ModelId("unet", "1");
        return new BenchFigures(
                new BenchMachine(
                        Optional.of("Fast CPU"),
                        2,
                        new BenchMachine.Engine("libtorch 1.2", 2, "cpu"),
                        OptionalDouble.of(0.5)),
                new BenchSettings(400, 48, 0, 1),
                List.of(
                        new BenchResult(model, "a.png", 1008, 48, published, adaptive),
                        new BenchResult(model, "a|b", 1008, 48, published, nothing)),
                OptionalLong.of(700));
    }
}
