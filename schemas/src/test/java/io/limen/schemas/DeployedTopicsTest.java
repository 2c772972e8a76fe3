package io.limen.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.limen.schemas.setup.TopicSetup;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The topics in k8s and of docker-compose.yml are those of the catalogue. */
class DeployedTopicsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static Map<String, Kept> catalogue() {
        Map<String, Kept> topics = new TreeMap<>();
        for (Topic topic : Topic.values()) {
            topics.put(
                    topic.topicName(),
                    new Kept(
                            topic.configuration().get("cleanup.policy"),
                            topic.configuration().getOrDefault("retention.ms", "")));
        }
        return topics;
    }

    /**
     * How records of a topic are kept.
     *
     * @param cleanup the policy
     * @param retention milliseconds; empty where it is the broker's
     */
    private record Kept(String cleanup, String retention) {}

    @Test
    void everyTopicIsAKubernetesResourceOfItsOwn() throws IOException {
        Map<String, Kept> deployed = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(ROOT.resolve("k8s/base/topics"))) {
            for (Path file : files) {
                JsonNode resource = new YAMLMapper().readTree(file.toFile());
                assertEquals("KafkaTopic", resource.at("/kind").asText(), file.toString());
                assertEquals(Topic.PARTITIONS, resource.at("/spec/partitions").asInt(), file.toString());
                deployed.put(
                        resource.at("/metadata/name").asText(),
                        new Kept(
                                resource.at("/spec/config/cleanup.policy").asText(),
                                resource.at("/spec/config/retention.ms").asText()));
            }
        }
        assertEquals(catalogue(), deployed);
    }

    @Test
    void kustomizeListsEveryTopic() throws IOException {
        JsonNode kustomization = new YAMLMapper()
                .readTree(ROOT.resolve("k8s/base/kustomization.yaml").toFile());
        TreeSet<String> listed = new TreeSet<>();
        for (JsonNode resource : kustomization.get("resources")) {
            if (resource.asText().startsWith("topics/")) {
                listed.add(resource.asText().replaceAll("topics/|\\.yaml", ""));
            }
        }
        assertEquals(catalogue().keySet(), listed);
    }

    /** No list that could differ: the catalogue itself is asked, in an image of ours that has it. */
    @Test
    void composeLetsTheCatalogueCreateEveryTopic() throws IOException {
        JsonNode topics = new YAMLMapper()
                .readTree(ROOT.resolve("docker-compose.yml").toFile())
                .at("/services/topics");

        assertEquals(TopicSetup.class.getName(), topics.at("/entrypoint/4").asText());
        assertTrue(topics.get("image").asText().contains("limen/intake"), topics::toString);
    }
}
