package io.limen.explainer.adapter.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limen.explainer.application.bench.BenchResult;
import io.limen.explainer.application.bench.ScheduleFigures;

/**
 * The figures as JSON, in full precision.
 *
 * @param figures what was measured
 */
record BenchJson(BenchFigures figures) {

    String render() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        BenchMachine machine = figures.machine();
        ObjectNode here = root.putObject("machine");
        here.put("processor", machine.processor().orElse(null));
        here.put("cores", machine.cores());
        here.put("threads", machine.engine().threads());
        here.put("device", machine.engine().device());
        here.put("engine", machine.engine().name());
        here.put(
                "loadBefore",
                machine.load().isPresent() ? (Double) machine.load().getAsDouble() : null);
        root.put(
                "peakMebibytes",
                figures.peakMebibytes().isPresent()
                        ? (Long) figures.peakMebibytes().getAsLong()
                        : null);
        root.put("oracleDraws", figures.settings().oracleDraws());
        root.put("seed", figures.settings().seed());
        root.put("repeats", figures.settings().repeats());
        var results = root.putArray("results");
        figures.results().forEach(result -> results.add(result(result)));
        return text(root);
    }

    private static ObjectNode result(BenchResult result) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("model", result.model().toString());
        node.put("image", result.image());
        node.put("blocks", result.blocks());
        node.put("oracleBlocks", result.oracleBlocks());
        node.set("published", schedule(result.published()));
        node.set("adaptive", schedule(result.adaptive()));
        ratio(node, "forwardsRatio", result.forwardsRatio());
        ratio(node, "secondsRatio", result.secondsRatio());
        ratio(node, "errorRatio", result.errorRatio());
        return node;
    }

    private static ObjectNode schedule(ScheduleFigures figures) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("forwards", figures.forwards());
        node.put("seconds", figures.seconds());
        node.put("meanSquaredError", figures.error().meanSquare());
        node.put("meanSquaredErrorStandardError", figures.error().standardError());
        node.put("rootMeanSquaredError", figures.error().root());
        node.put("reportedStandardError", figures.standardError());
        node.put("covered", figures.coverage().covered());
        node.put("intervals", figures.coverage().intervals());
        node.put("significant", figures.significant());
        node.put(
                "recall",
                figures.recall().isPresent() ? (Double) figures.recall().getAsDouble() : null);
        return node;
    }

    /** JSON knows no infinity: null where there is no ratio. */
    private static void ratio(ObjectNode node, String name, double value) {
        node.put(name, Double.isFinite(value) ? (Double) value : null);
    }

    private static String text(ObjectNode root) {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON of a bench", e);
        }
    }
}
