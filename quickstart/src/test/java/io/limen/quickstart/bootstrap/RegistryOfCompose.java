package io.limen.quickstart.bootstrap;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** How docker-compose.yml sets the schema registry up. */
final class RegistryOfCompose {

    private static final Path COMPOSE = Path.of("..", "docker-compose.yml");

    private RegistryOfCompose() {}

    /** Its variables, with another broker. */
    static Map<String, String> settings(String bootstrapServers) {
        Map<String, String> settings = new HashMap<>(
                new ObjectMapper().convertValue(environment(), new TypeReference<Map<String, String>>() {}));
        settings.replaceAll((name, value) -> value.equals("kafka:9092") ? bootstrapServers : value);
        return settings;
    }

    private static JsonNode environment() {
        try {
            return new YAMLMapper().readTree(COMPOSE.toFile()).at("/services/registry/environment");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
