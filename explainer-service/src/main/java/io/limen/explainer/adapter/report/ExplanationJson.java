package io.limen.explainer.adapter.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limen.explainer.application.ExplainedCase;
import io.limen.explainer.domain.attribution.AttributionMap;
import io.limen.explainer.domain.attribution.BlockEffect;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.attribution.ScreeningAudit;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * An explanation as JSON: the fields of the Attribution record under the same names, with arrays as rows of the grid
 * ([gridHeight][gridWidth], null where a block touches the region). A region that is no rectangle has its pixels in
 * regionMask, rows of 1 and 0; a rectangle has null there. Numbers in full double precision.
 */
final class ExplanationJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectMapper mapper = new ObjectMapper();

    /** UTF-8 bytes of the document. */
    byte[] render(ExplainedCase subject) {
        Explanation explanation = subject.explanation();
        ObjectNode root = NODES.objectNode();
        identity(root, subject);
        geometry(root, explanation);
        root.put("referenceMode", explanation.referenceMode().name());
        SettingsJson.put(root, subject.settings());
        root.put("baselineDice", explanation.baselineDice());
        root.put("deployedAgreement", explanation.deployedAgreement().orElse(null));
        root.put("forwards", explanation.cost().forwards());
        root.put("elapsedMillis", explanation.cost().elapsed().toMillis());
        root.put("budgetExhausted", explanation.cost().budgetExhausted());
        grids(root, explanation.map());
        root.set(
                "screening",
                explanation.screening().map(ExplanationJson::screening).orElse(null));
        root.set("strategy", StrategyJson.render(explanation.strategy()));
        root.set("inputTraits", NumbersJson.render(explanation.traits().input().byName()));
        root.set(
                "outputTraits", NumbersJson.render(explanation.traits().output().byName()));
        root.set(
                "components",
                explanation.components().map(ComponentsJson::effects).orElseGet(NODES::arrayNode));
        root.set(
                "componentAnalysis",
                explanation.components().map(ComponentsJson::analysis).orElse(null));
        root.set(
                "faithfulness",
                explanation.faithfulness().map(FaithfulnessJson::render).orElse(null));
        ArrayNode assumptions = root.putArray("assumptions");
        subject.assumptions().forEach(assumptions::add);
        return bytes(root);
    }

    private static void identity(ObjectNode root, ExplainedCase subject) {
        root.put("explanationId", subject.explanation().id());
        root.put("model", subject.model().id().name());
        root.put("modelVersion", subject.model().id().version());
        root.put("modelSha256", subject.model().sha256());
        root.put("imageSha256", subject.imageSha256());
        root.put("bankSha256", subject.explanation().cost().bankSha256());
        root.put("targetClass", subject.model().output().targetClass());
    }

    private static void geometry(ObjectNode root, Explanation explanation) {
        AttributionMap map = explanation.map();
        RegionOfInterest region = map.region();
        root.put("imageHeight", explanation.input().height());
        root.put("imageWidth", explanation.input().width());
        root.putObject("region")
                .put("y", region.y())
                .put("x", region.x())
                .put("height", region.height())
                .put("width", region.width());
        root.set(
                "regionMask",
                region.membership().map(ExplanationJson::regionMask).orElse(null));
        root.put("blockSize", map.grid().blockSize());
        root.put("gridHeight", map.grid().rows());
        root.put("gridWidth", map.grid().columns());
    }

    /** [region height][region width], 1 for a pixel of the region, 0 for another one inside its bounds. */
    private static JsonNode regionMask(Mask pixels) {
        ArrayNode rows = NODES.arrayNode();
        for (int y = 0; y < pixels.height(); y++) {
            ArrayNode row = rows.addArray();
            for (int x = 0; x < pixels.width(); x++) {
                row.add(pixels.at(y, x) ? 1 : 0);
            }
        }
        return rows;
    }

    private static JsonNode screening(ScreeningAudit audit) {
        return NODES.objectNode()
                .put("screenedOut", audit.screenedOut())
                .put("audited", audit.audited())
                .put("found", audit.found())
                .put("recall", audit.recall())
                .put("recallLower", audit.lower())
                .put("recallUpper", audit.upper());
    }

    private static void grids(ObjectNode root, AttributionMap map) {
        grid(root.putArray("effects"), map, (row, effect) -> row.add(effect.ate()));
        grid(root.putArray("standardErrors"), map, (row, effect) -> row.add(effect.standardError()));
        grid(root.putArray("draws"), map, (row, effect) -> row.add(effect.draws()));
        grid(root.putArray("significant"), map, (row, effect) -> row.add(effect.significant()));
        grid(root.putArray("screenedOut"), map, (row, effect) -> row.add(effect.screenedOut()));
        grid(root.putArray("unreachable"), map, (row, effect) -> row.add(effect.isUnreachable()));
        grid(root.putArray("areaEffects"), map, (row, effect) -> row.add(effect.areaEffect()));
    }

    private static void grid(ArrayNode rows, AttributionMap map, Appender appender) {
        List<Optional<BlockEffect>> cells = map.cells();
        for (int row = 0; row < map.grid().rows(); row++) {
            ArrayNode values = rows.addArray();
            for (int column = 0; column < map.grid().columns(); column++) {
                cells.get(row * map.grid().columns() + column)
                        .ifPresentOrElse(effect -> appender.add(values, effect), values::addNull);
            }
        }
    }

    private byte[] bytes(ObjectNode root) {
        try {
            return (mapper.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON of an explanation", e);
        }
    }

    private interface Appender {
        void add(ArrayNode row, BlockEffect effect);
    }
}
