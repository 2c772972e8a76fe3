package io.limen.quickstart.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.limen.quickstart.adapter.broker.EmbeddedBroker;
import io.limen.quickstart.adapter.process.FreePort;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The registry with the settings of docker-compose.yml: its ids last as long as the records of the broker. */
@Timeout(300)
class ApicurioOfComposeIT {

    /** As it calls them. */
    private static final Set<String> TOPICS = Set.of("kafkasql-journal", "kafkasql-snapshots", "registry-events");

    @TempDir
    Path folder;

    @Test
    void anotherRegistryOnTheSameBrokerHasTheSameIds() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), FreePort.any(), FreePort.any())) {
            Map<String, String> settings = RegistryOfCompose.settings(broker.bootstrapServers());
            List<Integer> before;
            try (Apicurio registry = started("one", settings)) {
                before = List.of(id(registry, "a"), id(registry, "b"), id(registry, "c"));
            }
            try (Apicurio registry = started("another", settings)) {
                // in another order, in which a registry that has forgotten them would count
                List<Integer> after = Arrays.asList(null, null, null);
                for (int i : List.of(2, 0, 1)) {
                    after.set(i, id(registry, List.of("a", "b", "c").get(i)));
                }
                assertEquals(before, after);
            }
            keepsItsTopicsForever(broker.bootstrapServers());
        }
    }

    private Apicurio started(String name, Map<String, String> settings) throws IOException {
        Apicurio registry = Apicurio.start(Files.createDirectories(folder.resolve(name)), settings);
        registry.awaitReady();
        return registry;
    }

    private static int id(Apicurio registry, String field) throws IOException {
        String schema =
                "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"" + field + "\",\"type\":\"int\"}]}";
        HttpResponse<String> answer =
                registry.register("of-" + field, new ObjectMapper().writeValueAsString(Map.of("schema", schema)));
        assertEquals(200, answer.statusCode(), answer.body());
        return new ObjectMapper().readTree(answer.body()).get("id").asInt();
    }

    /** A broker deletes what is a week old unless it is told otherwise, and ids with it. */
    private static void keepsItsTopicsForever(String bootstrapServers) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) bootstrapServers))) {
            List<ConfigResource> topics = TOPICS.stream()
                    .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                    .toList();
            for (Map.Entry<ConfigResource, Config> topic :
                    admin.describeConfigs(topics).all().get().entrySet()) {
                String name = topic.getKey().name();
                assertEquals("-1", topic.getValue().get("retention.ms").value(), name);
                assertEquals("-1", topic.getValue().get("retention.bytes").value(), name);
            }
        }
    }
}
