package io.limen.explainer.adapter.cli;

import io.limen.explainer.application.bench.BenchResult;
import io.limen.explainer.application.bench.BenchSettings;
import java.util.List;
import java.util.OptionalLong;

/**
 * All that was measured.
 *
 * @param machine what it ran on
 * @param settings how much was measured
 * @param results one per model and image
 * @param peakMebibytes most memory the process had resident; empty where the system doesn't tell
 */
record BenchFigures(
        BenchMachine machine, BenchSettings settings, List<BenchResult> results, OptionalLong peakMebibytes) {

    BenchFigures {
        results = List.copyOf(results);
    }

    /** What the oracle was, one line. */
    String oracle() {
        int blocks = results.stream().mapToInt(BenchResult::oracleBlocks).max().orElse(0);
        return blocks + " blocks of each map, " + settings.oracleDraws() + " donors each; "
                + (settings.repeats() == 1 ? "1 seed" : "means of " + settings.repeats() + " seeds");
    }

    /** The peak of memory, for a person. */
    String peak() {
        return peakMebibytes.isPresent() ? peakMebibytes.getAsLong() + " MiB resident" : "not available";
    }
}
