package io.limen.explainer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limen.explainer.adapter.report.ExplanationFiles;
import io.limen.explainer.application.ExplainedCase;
import io.limen.explainer.application.ExplainedScene;
import io.limen.explainer.application.stream.CaseAttribution;
import io.limen.explainer.application.stream.CaseIdentity;
import io.limen.explainer.domain.load.Relief;
import io.limen.schemas.Attribution;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.StrategyFeatures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** The command line and the stream tell the same of one explanation: explanation.json and the record, number for number. */
class SameFiguresTest {

    private final ExplainedCase subject = ExplainedScene.subject();

    private JsonNode onTheCommandLine() throws Exception {
        return new ObjectMapper()
                .readTree(new ExplanationFiles()
                        .of(subject).documents().stream()
                                .filter(document -> document.name().equals("explanation.json"))
                                .findFirst()
                                .orElseThrow()
                                .content());
    }

    private Attribution inTheStream() throws Exception {
        MockProducer<byte[], byte[]> producer =
                new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        CaseIdentity identity = new CaseIdentity("c", Optional.empty(), "north", Instant.EPOCH, Map.of());
        new KafkaAttributions(new AcknowledgedSender(() -> producer), SampleAttribution.ENGINE)
                .publish(new CaseAttribution(
                        identity, subject, new byte[0], Instant.EPOCH, Relief.NONE, Optional.empty()));
        return SingleObjectSerde.attribution().decode(producer.history().get(0).value());
    }

    @Test
    void everyFeatureIsTheSameOnTheCommandLineAndInTheStream() throws Exception {
        JsonNode strategy = onTheCommandLine().path("strategy");
        StrategyFeatures record = inTheStream().getStrategy();

        for (Schema.Field field : record.getSchema().getFields()) {
            assertEqual(record.get(field.pos()), strategy.path(field.name()), field.name());
        }
        assertTrue(record.getLocality() > 0);
        assertTrue(record.getProfileNoise() > 0);
        assertFalse(record.getStandardErrors().isEmpty());
    }

    @Test
    void traitsAndBaselineAreTheSame() throws Exception {
        JsonNode json = onTheCommandLine();
        Attribution record = inTheStream();

        assertEqual(record.getInputTraits(), json.path("inputTraits"), "inputTraits");
        assertEqual(record.getOutputTraits(), json.path("outputTraits"), "outputTraits");
        assertEqual(record.getBaselineDice(), json.path("baselineDice"), "baselineDice");
        assertEquals(record.getExplanationId(), json.path("explanationId").textValue());
        assertEquals(4, record.getInputTraits().size());
        assertEquals(2, record.getOutputTraits().size());
    }

    private static void assertEqual(Object inRecord, JsonNode inJson, String name) {
        if (inRecord == null) {
            assertTrue(inJson.isNull(), name);
        } else if (inRecord instanceof Map<?, ?> map) {
            assertEquals(map.size(), inJson.size(), name);
            map.forEach((key, value) -> assertEqual(value, inJson.path(key.toString()), name + "." + key));
        } else if (inRecord instanceof List<?> list) {
            assertEquals(list.size(), inJson.size(), name);
            for (int i = 0; i < list.size(); i++) {
                assertEqual(list.get(i), inJson.path(i), name + " " + i);
            }
        } else if (inRecord instanceof Double number) {
            assertEquals(number, inJson.doubleValue(), name);
        } else {
            assertEquals(inRecord.toString(), inJson.textValue(), name);
        }
    }
}
