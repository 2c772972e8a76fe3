package io.limen.explainer.adapter.cli.capacity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limen.explainer.domain.capacity.CaseCost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/** Where the cost of an explanation is known from. */
final class CaseCosts {

    /** A bench measures maps alone; the check that is on by default comes on top. */
    private static final String UNCHECKED = "without the check of the map: 32 to 64 passes more";

    /** README: the demo's two models of 128x128 under the adaptive schedule, 2,360 passes in 3.2 s and 1,527 in 1.9 s on two cores. */
    static final Known OF_THE_DEMO = new Known(
            new CaseCost((2_360 + 1_527) / 2.0, (3.2 + 1.9) / (2_360 + 1_527)),
            "the demo's models of 128x128 on two cores, " + UNCHECKED + "; measure yours with limen bench");

    private static final long MOST_BYTES = 10_000_000;

    private CaseCosts() {}

    /**
     * @param cost of an explanation
     * @param source in words
     */
    record Known(CaseCost cost, String source) {}

    /** The mean over the models and images of a bench, under the adaptive schedule. */
    static Known read(Path bench, CommandLine line) {
        try {
            Given.require(Files.isRegularFile(bench), "--bench: no such file: " + bench, line);
            Given.require(Files.size(bench) <= MOST_BYTES, "--bench: larger than 10 MB: " + bench, line);
            return mean(new ObjectMapper().readTree(Files.readAllBytes(bench)), bench, line);
        } catch (IOException e) {
            throw new CommandLine.ParameterException(line, "--bench: can't be read as JSON: " + bench, e);
        }
    }

    private static Known mean(JsonNode figures, Path bench, CommandLine line) {
        double passes = 0;
        double seconds = 0;
        int results = 0;
        for (JsonNode result : figures.path("results")) {
            passes += result.path("adaptive").path("forwards").asDouble();
            seconds += result.path("adaptive").path("seconds").asDouble();
            results++;
        }
        Given.require(
                passes > 0 && seconds > 0 && Double.isFinite(passes) && Double.isFinite(seconds),
                "--bench: has no results of limen bench --out FILE.json: " + bench,
                line);
        return new Known(
                new CaseCost(passes / results, seconds / passes),
                "%s: %d of model and image on %s, %s"
                        .formatted(bench.getFileName(), results, device(figures), UNCHECKED));
    }

    private static String device(JsonNode figures) {
        String device = figures.path("machine").path("device").asText("a device it doesn't name");
        return device.replaceAll("\\p{Cntrl}", "?").substring(0, Math.min(device.length(), 100));
    }
}
