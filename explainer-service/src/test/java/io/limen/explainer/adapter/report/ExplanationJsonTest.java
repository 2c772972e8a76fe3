package io.limen.explainer.adapter.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limen.explainer.application.ExplainedCase;
import io.limen.explainer.application.SampleCase;
import io.limen.explainer.domain.component.ComponentAnalysis.Unavailable;
import io.limen.explainer.domain.component.SampleNetwork;
import io.limen.schemas.Attribution;
import io.limen.schemas.ComponentAnalysis;
import io.limen.schemas.ComponentEffect;
import io.limen.schemas.StrategyFeatures;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class ExplanationJsonTest {

    /** What only a case on a topic has. */
    private static final Set<String> OF_THE_STREAM = Set.of(
            "caseId",
            "studyId",
            "site",
            "overlay",
            "segmentedAt",
            "explainedAt",
            "attributes",
            "inclusionProbability",
            "budgetShare",
            "sourcePartition",
            "sourceOffset",
            "computation");

    private final ExplainedCase subject = SampleCase.twoEffects();

    @Test
    void everyFieldOfTheAttributionRecordIsThereUnderItsName() throws IOException {
        JsonNode root = rendered();

        for (Schema.Field field : Attribution.getClassSchema().getFields()) {
            assertEquals(!OF_THE_STREAM.contains(field.name()), root.has(field.name()), field.name());
        }
        for (Schema.Field field : StrategyFeatures.getClassSchema().getFields()) {
            assertTrue(root.path("strategy").has(field.name()), field.name());
        }
    }

    @Test
    void gridsAreRowsOfTheGridWithNullInsideTheRegion() throws IOException {
        JsonNode root = rendered();

        for (String grid : List.of("effects", "standardErrors", "draws", "significant", "screenedOut", "areaEffects")) {
            assertEquals(4, root.path(grid).size(), grid);
            for (JsonNode row : root.path(grid)) {
                assertEquals(6, row.size(), grid);
            }
            assertTrue(root.path(grid).path(1).path(2).isNull(), grid);
            assertFalse(root.path(grid).path(1).path(3).isNull(), grid);
        }
        assertEquals(-4.0, root.path("effects").path(0).path(0).doubleValue());
        assertEquals(2.0, root.path("effects").path(0).path(5).doubleValue());
        assertEquals(50, root.path("draws").path(0).path(0).intValue());
        assertTrue(root.path("significant").path(0).path(0).booleanValue());
        assertTrue(root.path("screenedOut").path(3).path(5).booleanValue());
    }

    @Test
    void numbersKeepTheirPrecision() throws IOException {
        JsonNode root = rendered();

        assertEquals(98.50746268656717, root.path("baselineDice").doubleValue());
        assertEquals(1.0 / 3, root.path("standardErrors").path(0).path(0).doubleValue());
    }

    @Test
    void whatIsNotDefinedIsNull() throws IOException {
        JsonNode root = rendered();

        assertTrue(root.path("deployedAgreement").isNull());
        assertTrue(root.path("regionMask").isNull());
        assertTrue(root.path("strategy").path("scanAsymmetry").isNull());
        assertTrue(root.path("settings").path("maxForwards").isNull());
        assertEquals(0.4, root.path("strategy").path("axisPValue").doubleValue());
        assertEquals(0, root.path("components").size());
        assertTrue(root.path("componentAnalysis").isNull());
        assertFalse(root.path("settings").has("componentDonors"));
    }

    @Test
    void traitsAndErrorsHaveTheirNames() throws IOException {
        JsonNode root = rendered();

        assertEquals(0.3, root.path("inputTraits").path("sharpness").doubleValue());
        assertEquals(4, root.path("inputTraits").size());
        assertEquals(0.9, root.path("outputTraits").path("certainty").doubleValue());
        assertEquals(
                0.02,
                root.path("strategy").path("standardErrors").path("locality").doubleValue());
        assertEquals(0.01, root.path("strategy").path("profileNoise").doubleValue());
    }

    @Test
    void componentsHaveTheFieldsOfTheRecord() throws IOException {
        JsonNode root = rendered(SampleCase.with(SampleNetwork.unet()));

        JsonNode channel = root.path("components").path(33);
        for (Schema.Field field : ComponentEffect.getClassSchema().getFields()) {
            assertTrue(channel.has(field.name()), field.name());
        }
        assertEquals("bottleneck.conv[1]", channel.path("name").textValue());
        assertEquals("resample", channel.path("kind").textValue());
        assertEquals(-2.75, channel.path("ate").doubleValue());
        assertEquals(-2.5, channel.path("predicted").doubleValue());
        assertEquals(36, root.path("components").size());
        JsonNode analysis = root.path("componentAnalysis");
        for (Schema.Field field : ComponentAnalysis.getClassSchema().getFields()) {
            assertTrue(analysis.has(field.name()), field.name());
        }
        assertEquals(0.25, analysis.path("rankCorrelations").path("resample").doubleValue());
        assertEquals(12, analysis.path("network").size());
        assertEquals(
                "bottleneck.conv[1]",
                analysis.path("ranking").path(0).path("name").textValue());
        assertEquals(16, root.path("settings").path("componentDonors").intValue());
    }

    @Test
    void aModelThatShowsNoComponentsSaysWhy() throws IOException {
        JsonNode root = rendered(SampleCase.with(new Unavailable("the model is frozen")));

        assertEquals(0, root.path("components").size());
        assertEquals(
                "the model is frozen",
                root.path("componentAnalysis").path("unavailable").textValue());
    }

    @Test
    void aRegionOfPixelsListsThem() throws IOException {
        JsonNode root = new ObjectMapper().readTree(new ExplanationJson().render(SampleCase.maskRegion()));

        assertEquals(16, root.path("region").path("x").intValue());
        assertEquals(8, root.path("regionMask").size());
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                assertEquals(
                        x <= y ? 1 : 0, root.path("regionMask").path(y).path(x).intValue());
            }
        }
    }

    private JsonNode rendered() throws IOException {
        return rendered(subject);
    }

    private static JsonNode rendered(ExplainedCase subject) throws IOException {
        return new ObjectMapper().readTree(new ExplanationJson().render(subject));
    }
}
