package io.limen.deployment;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file is what its kind's model knows, and nothing else; parts that overlays change are, too. */
class ManifestFilesTest {

    static List<Path> files() throws IOException {
        return Manifests.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFieldIsKnownToTheModel(Path file) throws IOException {
        List<JsonNode> resources = Manifests.read(file);

        assertTrue(!resources.isEmpty(), "empty: " + file);
        resources.forEach(resource -> assertDoesNotThrow(() -> StrictModels.read(resource), file.toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{apiVersion: apps/v1, kind: Deployment, spec: {replica: 2}} | replica",
                "{apiVersion: apps/v1, kind: StatefulSet, spec: {template: {spec: {containers: [{name: a, livenesProbe: {}}]}}}} | livenesProbe",
                "{apiVersion: kafka.strimzi.io/v1, kind: KafkaUser, spec: {authorization: {type: simple, acls: [{resource: {type: topic, name: a, patternType: prefixed}, operations: [Read]}]}}} | patternType",
                "{apiVersion: kafka.strimzi.io/v1, kind: KafkaNodePool, spec: {role: [broker]}} | role",
                "{apiVersion: keda.sh/v1alpha1, kind: ScaledObject, spec: {minReplicas: 1}} | minReplicas",
                "{apiVersion: monitoring.coreos.com/v1, kind: PodMonitor, spec: {podMetricEndpoints: []}} | podMetricEndpoints",
                "{apiVersion: apps/v1beta1, kind: Deployment} | no model"
            })
    void slipOfThePenIsFound(String yaml, String named) throws IOException {
        List<JsonNode> resources = Manifests.documents(yaml);

        assertEquals(1, resources.size());
        String told = assertThrows(AssertionError.class, () -> StrictModels.read(resources.get(0)))
                .getMessage();
        assertTrue(told.contains(named), told);
    }

    @Test
    void filesAreFound() throws IOException {
        assertTrue(Manifests.files().size() > 40, "files: " + Manifests.files().size());
    }
}
